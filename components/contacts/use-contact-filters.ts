import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useCountryName } from "@/lib/browser/use-display-names";
import { channels } from "@/lib/domain/channels/channel";
import { contactKinds } from "@/lib/domain/contacts/contact";
import { contactFieldsOptions } from "./api";

/** The filters of the list; countries and tags are those in use, and those that a link asks for. */
export function useContactFilters(workspace: string, chosen: Partial<Record<string, string[]>>) {
  const t = useTranslations("contacts");
  const channelNames = useTranslations("content.channels");
  const fields = useQuery(contactFieldsOptions(workspace)).data;
  const countryName = useCountryName();
  const filters = [
    {
      id: "kind",
      label: t("kind"),
      options: contactKinds.map((value) => ({ value, label: t(`kinds.${value}`) })),
    },
    {
      id: "channel",
      label: t("channel"),
      options: channels.map((value) => ({ value, label: channelNames(value) })),
    },
    {
      id: "country",
      label: t("country"),
      options: (fields?.countries ?? []).map((value) => ({ value, label: countryName(value) })),
    },
    { id: "tag", label: t("tags"), options: (fields?.tags ?? []).map((value) => ({ value, label: value })) },
  ];
  return filters.filter((filter) => filter.options.length > 0 || chosen[filter.id]);
}
