import { useTranslations } from "next-intl";
import { consentOf, isConsentColumn } from "@/lib/domain/contacts/consent-column";
import type { ExportColumn } from "@/lib/domain/contacts/exports/export-column";
import type { ImportTarget } from "@/lib/domain/contacts/imports/import-target";

type Field = Exclude<ImportTarget | ExportColumn, `${string}.${string}`>;

/** How a column of a file is called. */
export function useTargetName() {
  const t = useTranslations("contacts.targets");
  const tContent = useTranslations("content");
  return (target: ImportTarget | ExportColumn): string => {
    if (target.startsWith("attributes.")) return t("attribute", { name: target.slice("attributes.".length) });
    if (!isConsentColumn(target)) return t(target as Field);
    const { channel, category } = consentOf(target);
    return t(`consent.${category}`, { channel: tContent(`channels.${channel}`) });
  };
}
