import { useFormatter, useTranslations } from "next-intl";
import { consentsOf } from "@/lib/domain/contacts/consent-column";
import type { ExportColumn } from "@/lib/domain/contacts/exports/export-column";
import type { ImportTarget } from "@/lib/domain/contacts/imports/import-target";

type Field = Exclude<ImportTarget | ExportColumn, `${string}.${string}`>;

/** How a column of a file is called. */
export function useTargetName() {
  const t = useTranslations("contacts.targets");
  const format = useFormatter();
  const tContent = useTranslations("content");
  return (target: ImportTarget | ExportColumn): string => {
    if (target.startsWith("attributes.")) return t("attribute", { name: target.slice("attributes.".length) });
    const [first, ...others] = consentsOf(target) ?? [];
    if (!first) return t(target as Field);
    const names = [first, ...others].map(({ channel }) => tContent(`channels.${channel}`));
    return t(`consent.${first.category}`, { channel: format.list(names) });
  };
}
