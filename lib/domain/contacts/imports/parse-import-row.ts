import { unescapeFormula } from "@/lib/platform/csv/csv-cell";
import { type PreparedContact, prepareContact } from "../saving/prepare-contact";
import { type ImportInput, settleConsents } from "./fill-consent";
import { fillField, type RowProblem } from "./fill-field";
import type { ImportTarget } from "./import-target";

export type RowPlan = { targets: readonly ImportTarget[]; country: string | null; now: Date };

/** A row as a contact, or the first thing that is wrong with it. Empty cells say nothing. */
export function parseImportRow(fields: readonly string[], plan: RowPlan): PreparedContact | RowProblem {
  if (fields.length !== plan.targets.length) return { reason: "wrong_columns", target: "" };
  const read: ImportInput = {};
  for (let at = 0; at < fields.length; at += 1) {
    const target = plan.targets[at] ?? "ignore";
    const text = unescapeFormula((fields[at] ?? "").trim());
    if (target === "ignore" || text === "") continue;
    const reason = fillField(read, target, text, plan.now);
    if (reason) return { reason, target };
  }
  const input = settleConsents(read);
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
