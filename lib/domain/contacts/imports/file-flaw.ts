import type { MalformedCsv } from "@/lib/platform/csv/csv-rows";
import { unprocessable } from "@/lib/platform/errors";

const explanations: Record<MalformedCsv["reason"], string> = {
  quote_not_closed: "a quotation mark is opened and never closed",
  row_too_long: "a row is longer than 1 MiB",
  malformed: "the rows cannot be told apart",
};

/** Why a file cannot be read on, and from which line. */
export const malformed = ({ reason, line }: MalformedCsv) =>
  unprocessable(`The file stops being CSV near line ${line}: ${explanations[reason]}.`, {
    reason: "malformed_csv",
    problem: reason,
    line,
  });
