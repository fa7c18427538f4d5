import { unescapeFormula } from "@/lib/platform/csv/csv-cell";
import { type ContactInput, type PreparedContact, prepareContact } from "../prepare-contact";
import { fillField, type RowProblem } from "./fill-field";
import type { ImportTarget } from "./import-target";

export type RowPlan = { targets: readonly ImportTarget[]; country: string | null };

/** A row as a contact, or the first thing that is wrong with it. Empty cells say nothing. */
export function parseImportRow(fields: readonly string[], plan: RowPlan): PreparedContact | RowProblem {
  if (fields.length !== plan.targets.length) return { reason: "wrong_columns", target: "" };
  const input: ContactInput = {};
  for (let at = 0; at < fields.length; at += 1) {
    const target = plan.targets[at] ?? "ignore";
    const text = unescapeFormula((fields[at] ?? "").trim());
    if (target === "ignore" || text === "") continue;
    const reason = fillField(input, target, text);
    if (reason) return { reason, target };
  }
  const country = input.country ?? plan.country;
  const prepared = prepareContact(country === null ? input : { ...input, country });
  if ("errors" in prepared) return toProblem(prepared.errors[0]?.pointer);
  if (!input.externalId && prepared.addresses.length === 0) return { reason: "nobody", target: "" };
  return { ...prepared, input };
}

const toProblem = (pointer: string | undefined): RowProblem =>
  pointer === "phone"
    ? { reason: "invalid_phone", target: "phone" }
    : { reason: "invalid_email", target: "email" };
