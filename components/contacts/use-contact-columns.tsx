import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import type { TableColumn } from "@/components/ui/data-table/table-column";
import { Badge } from "@/components/ui/display/badge";
import { DateTime } from "@/components/ui/display/date-time";
import { useCountryName } from "@/lib/browser/use-display-names";
import type { ConsentMode } from "@/lib/domain/workspaces/workspace";
import type { Contact } from "./api";
import { useContactName } from "./contact-name";
import { ContactReach } from "./contact-reach";

export function useContactColumns(consentMode: ConsentMode): TableColumn<Contact>[] {
  const t = useTranslations("contacts");
  const nameOf = useContactName();
  const countryName = useCountryName();
  return [
    { id: "name", header: t("name"), primary: true, sortable: true, width: "14rem", cell: nameOf },
    { id: "email", header: t("email"), cell: (contact) => contact.email ?? "" },
    { id: "phone", header: t("phone"), cell: (contact) => contact.phone ?? "" },
    {
      id: "channels",
      header: t("channels"),
      card: "aside",
      cell: (contact) => <ContactReach contact={contact} consentMode={consentMode} />,
    },
    { id: "kind", header: t("kind"), hidden: true, cell: (contact) => t(`kinds.${contact.kind}`) },
    {
      id: "country",
      header: t("country"),
      hidden: true,
      cell: (contact) => (contact.country ? countryName(contact.country) : ""),
    },
    { id: "city", header: t("city"), hidden: true, cell: (contact) => contact.city ?? "" },
    { id: "locale", header: t("locale"), hidden: true, cell: (contact) => contact.locale ?? "" },
    { id: "timeZone", header: t("timeZone"), hidden: true, cell: (contact) => contact.timeZone ?? "" },
    { id: "tags", header: t("tags"), card: "none", cell: (contact) => <Tags tags={contact.tags} /> },
    { id: "externalId", header: t("externalId"), hidden: true, cell: (contact) => contact.externalId ?? "" },
    {
      id: "created_at",
      header: t("createdAt"),
      sortable: true,
      card: "none",
      cell: (contact) => <DateTime value={contact.createdAt} />,
    },
  ];
}

const tagsShown = 2;

export function Tags({ tags, all = false }: { tags: readonly string[]; all?: boolean }) {
  const shown = all ? tags : tags.slice(0, tagsShown);
  return (
    <span className={cn("flex gap-1", all && "flex-wrap")}>
      {shown.map((tag) => (
        <Badge key={tag}>{tag}</Badge>
      ))}
      {tags.length > shown.length ? <Badge>+{tags.length - shown.length}</Badge> : null}
    </span>
  );
}
