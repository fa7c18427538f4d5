import { useFormatter, useTranslations } from "next-intl";
import { CopyButton } from "@/components/ui/actions/copy-button";
import { Card } from "@/components/ui/display/card";
import { DateTime } from "@/components/ui/display/date-time";
import { DescriptionList } from "@/components/ui/display/description-list";
import { useCountryName, useLanguageName } from "@/lib/browser/use-display-names";
import type { ContactDetail } from "../api";
import { hourText } from "../hour-text";
import { Tags } from "../use-contact-columns";

export function ContactProfile({ contact, id }: { contact: ContactDetail; id: string }) {
  const t = useTranslations("contacts");
  const format = useFormatter();
  const countryName = useCountryName();
  const languageName = useLanguageName();
  const { country, city, locale, timeZone, preferredHour, birthDate, externalId } = contact;
  const place = [city, country ? countryName(country) : null].filter(Boolean).join(", ");
  const items = [
    { term: t("id"), detail: <Copied text={id} /> },
    { term: t("externalId"), detail: externalId ? <Copied text={externalId} /> : "–" },
    { term: t("place"), detail: place || "–" },
    { term: t("locale"), detail: locale ? languageName(locale) : "–" },
    { term: t("timeZone"), detail: timeZone?.replaceAll("_", " ") ?? "–" },
    { term: t("preferredHour"), detail: preferredHour === null ? "–" : hourText(format, preferredHour) },
    {
      term: t("birthDate"),
      detail: birthDate
        ? format.dateTime(new Date(`${birthDate}T00:00:00Z`), "date", { timeZone: "UTC" })
        : "–",
    },
    { term: t("tags"), detail: contact.tags.length > 0 ? <Tags tags={contact.tags} all /> : "–" },
    {
      term: t("lastActiveAt"),
      detail: contact.lastActiveAt ? <DateTime value={contact.lastActiveAt} /> : "–",
    },
    { term: t("createdAt"), detail: <DateTime value={contact.createdAt} /> },
    { term: t("updatedAt"), detail: <DateTime value={contact.updatedAt} /> },
  ];
  return (
    <Card title={t("profile")}>
      <DescriptionList items={items} />
    </Card>
  );
}

function Copied({ text }: { text: string }) {
  return (
    <span className="inline-flex min-w-0 max-w-full items-center gap-1">
      <code className="truncate font-mono text-xs">{text}</code>
      <CopyButton value={text} size="sm" />
    </span>
  );
}
