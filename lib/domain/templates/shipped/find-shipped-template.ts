import { toInterfaceLocale } from "@/lib/domain/users/interface-locale";
import type { Template } from "../template";
import type { ShippedTemplate } from "./shipped-template";
import { shippedTemplates } from "./shipped-templates";

/** A shipped template as any other, under its name in the language asked for. */
export function toTemplate(shipped: ShippedTemplate, locale: string | undefined): Template {
  const { id, name, channel, category, contents } = shipped;
  return {
    id,
    name: name[toInterfaceLocale(locale)],
    channel,
    category,
    source: "shipped",
    contents,
    archivedAt: null,
    createdAt: null,
    updatedAt: null,
  };
}

export function findShippedTemplate(templateId: string, locale?: string): Template | undefined {
  const found = shippedTemplates.find(({ id }) => id === templateId);
  return found && toTemplate(found, locale);
}
