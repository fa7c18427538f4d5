import { unescapeFormula } from "@/lib/platform/csv/csv-cell";
import type { InvalidParam } from "@/lib/platform/errors";
import { type PreparedContact, prepareContact } from "../saving/prepare-contact";
import { type ImportInput, settleConsents } from "./fill-consent";
import { type FillPlan, fillField, type RowProblem } from "./fill-field";
import type { ImportTarget } from "./import-target";

export type RowPlan = FillPlan & {
  targets: readonly ImportTarget[];
  country: string | null;
  /** A phone number is one of WhatsApp as well. */
  phoneOnWhatsapp: boolean;
};

/** A row as a contact, or everything that is wrong with it. Empty cells say nothing. */
export function parseImportRow(
  fields: readonly string[],
  plan: RowPlan,
): PreparedContact | { problems: RowProblem[] } {
  if (fields.length !== plan.targets.length) return { problems: [{ reason: "wrong_columns", target: "" }] };
  const read: ImportInput = {};
  const problems: RowProblem[] = [];
  for (let at = 0; at < fields.length; at += 1) {
    const target = plan.targets[at] ?? "ignore";
    const text = unescapeFormula((fields[at] ?? "").trim());
    if (target === "ignore" || text === "") continue;
    const reason = fillField(read, target, text, plan);
    if (reason) problems.push({ reason, target });
  }
  const input = withWhatsapp(settleConsents(read), plan);
  const country = input.country ?? plan.country;
  const prepared = prepareContact(country === null ? input : { ...input, country });
  if ("errors" in prepared) problems.push(...prepared.errors.map((error) => toProblem(error, input)));
  else if (problems.length === 0 && !input.externalId && prepared.addresses.length === 0)
    problems.push({ reason: "nobody", target: "" });
  if (problems.length > 0 || "errors" in prepared) return { problems };
  return { ...prepared, addresses: mainFirst(prepared.addresses), input };
}

/** An e-mail or a phone says who somebody is before any other address does. */
const mainFirst = (addresses: PreparedContact["addresses"]): PreparedContact["addresses"] =>
  addresses.every(({ isMain }) => isMain)
    ? addresses
    : [...addresses.filter(({ isMain }) => isMain), ...addresses.filter(({ isMain }) => !isMain)];

function withWhatsapp(
  input: PreparedContact["input"],
  { phoneOnWhatsapp }: RowPlan,
): PreparedContact["input"] {
  const { phone, subscriptions = [] } = input;
  if (!phoneOnWhatsapp || !phone || subscriptions.some(({ channel }) => channel === "whatsapp")) return input;
  return { ...input, subscriptions: [...subscriptions, { channel: "whatsapp", address: phone }] };
}

function toProblem({ pointer }: InvalidParam, { subscriptions = [] }: PreparedContact["input"]): RowProblem {
  if (pointer === "phone") return { reason: "invalid_phone", target: "phone" };
  if (pointer === "email") return { reason: "invalid_email", target: "email" };
  const channel = subscriptions[Number(pointer.split(".")[1])]?.channel;
  return channel === "whatsapp"
    ? { reason: "invalid_phone", target: "whatsapp" }
    : { reason: "invalid_address", target: channel === "telegram" ? "telegram" : "app_push" };
}
