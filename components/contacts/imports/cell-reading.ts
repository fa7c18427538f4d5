import { consentsOf } from "@/lib/domain/contacts/consent-column";
import { type AttributeType, parseAttributeCell } from "@/lib/domain/contacts/imports/attribute-type";
import { findConsentWord } from "@/lib/domain/contacts/imports/consent-word";
import type { ImportTarget } from "@/lib/domain/contacts/imports/import-target";
import { parseMomentCell } from "@/lib/domain/contacts/imports/parse-cell";

export type CellValue = string | number | boolean;

export const readCell = (text: string, type: AttributeType): CellValue | undefined =>
  parseAttributeCell(text, type);

/** The cell that shows best how its column is read; none where text stays text, and numbers are plainly whole. */
export function telling(cells: readonly string[], type: AttributeType | undefined): string | undefined {
  if (!type || type === "text") return undefined;
  const read = cells.filter((cell) => readCell(cell, type) !== undefined);
  if (type === "boolean" || type === "date") return read[0];
  return read.find((cell) => /[.,]/.test(cell));
}

/** The same number with point and comma the other way round. */
export const otherReading = (text: string, type: AttributeType): CellValue | undefined =>
  readCell(text, type === "number" ? "comma_number" : "number");

/** Cells of the sample that their column does not take. */
export function unreadCells(
  target: ImportTarget,
  cells: readonly string[],
  type: AttributeType | undefined,
): string[] {
  if (type) return cells.filter((cell) => readCell(cell, type) === undefined);
  if (consentsOf(target)) return cells.filter((cell) => !findConsentWord(cell));
  // Whether a moment can be read does not depend on the zone.
  if (target === "consent_date") return cells.filter((cell) => !parseMomentCell(cell, "UTC", new Date()));
  return [];
}
