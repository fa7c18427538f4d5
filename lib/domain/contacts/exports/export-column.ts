import { type ConsentColumn, isConsentColumn } from "../consent-column";

export const exportColumns = [
  "external_id",
  "kind",
  "first_name",
  "last_name",
  "email",
  "phone",
  "locale",
  "time_zone",
  "preferred_hour",
  "country",
  "city",
  "birth_date",
  "tags",
  "attributes",
  "consents",
  "created_at",
  "last_active_at",
] as const;

/**
 * A column of an export: a field, one attribute as `attributes.<name>` or one consent as `consents.<channel>.<category>`.
 * Headings are read back by an import.
 */
export type ExportColumn = (typeof exportColumns)[number] | `attributes.${string}` | ConsentColumn;

export const isExportColumn = (text: string): text is ExportColumn =>
  (exportColumns as readonly string[]).includes(text) ||
  isConsentColumn(text) ||
  /^attributes\.\P{Cc}{1,100}$/u.test(text);
