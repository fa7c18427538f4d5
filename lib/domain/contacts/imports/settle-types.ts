import { unescapeFormula } from "@/lib/platform/csv/csv-cell";
import { type AttributeType, type GuessedType, guessAttributeType } from "./attribute-type";
import type { ColumnType } from "./fill-field";
import type { ImportTarget } from "./import-target";
import { refuseUnknown } from "./refuse-unknown";

/** How much of a file is looked at to learn what its columns are. */
export const sampleRowsMax = 1_000;
export const sampleBytes = 128 * 1024;

type Sample = { headings: string[]; rows: string[][]; targets: ImportTarget[]; delimiter: string };

/** The type of every column that fills an attribute: as chosen, or as the first rows say. */
export function settleTypes(
  { headings, rows, targets, delimiter }: Sample,
  chosen: Record<string, AttributeType> = {},
): Record<string, ColumnType> {
  const places = targets.flatMap((target, at) => (target.startsWith("attributes.") ? [at] : []));
  const named = new Set(places.map((at) => headings[at] ?? ""));
  refuseUnknown(Object.keys(chosen), (heading) => named.has(heading), "attribute_types");
  return Object.fromEntries(
    places.map((at): [string, ColumnType] => {
      const type = Object.hasOwn(chosen, headings[at] ?? "") ? chosen[headings[at] ?? ""] : undefined;
      if (type) return [targets[at] ?? "", { type, isChosen: true }];
      const { type: guessed } = guessColumnType({ heading: headings[at] ?? "", rows, at, delimiter });
      return [targets[at] ?? "", { type: guessed, isChosen: false }];
    }),
  );
}

type Column = { heading: string; rows: readonly string[][]; at: number; delimiter: string };

/** What the cells of a column are by the sample. An export, whose headings say so, writes a decimal point. */
export const guessColumnType = ({ heading, rows, at, delimiter }: Column): GuessedType =>
  guessAttributeType(cellsOf(rows, at), heading.startsWith("attributes.") ? "," : delimiter);

/** What a column holds in the sample, empty cells left out. */
export const cellsOf = (rows: readonly string[][], at: number): string[] =>
  rows.map((row) => unescapeFormula((row[at] ?? "").trim())).filter(Boolean);
