import { type AppError, conflict, rateLimited, unprocessable } from "@/lib/platform/errors";

/** Why a use was refused. `honeytoken` is for our own eyes: whoever tried it hears `not_found`. */
export const refusalReasons = [
  "idempotency_conflict",
  "unknown_contact",
  "too_many_guesses",
  "not_found",
  "honeytoken",
  "disabled",
  "paused",
  "not_active",
  "not_started",
  "expired",
  "not_now",
  "not_holder",
  "not_eligible",
  "stacking_conflict",
  "exhausted",
  "code_exhausted",
  "contact_limit",
  "period_limit",
  "budget_exhausted",
  "hold_expired",
  "already_redeemed",
  "not_redeemed",
  "already_reversed",
  "reversal_refused",
] as const;

export type RefusalReason = (typeof refusalReasons)[number];

/** All that a public page is told, whatever the reason. */
export const publicRefusal = "not_redeemable";

export type Refusal = {
  reason: RefusalReason;
  /** Of `not_eligible`, `not_now` and `stacking_conflict`; `period_limit` names scope and period, `reversal_refused` the policy. */
  rule?: string | null;
  seen?: string | null;
  needed?: string | null;
  wait?: number;
};

const sentences: Record<RefusalReason, string> = {
  idempotency_conflict: "This Idempotency-Key was used with another body. Use a new key.",
  unknown_contact: "Nobody has this id. Make the contact first.",
  too_many_guesses: "Too many wrong codes. Try again later.",
  not_found: "There is no such code. Check the spelling.",
  honeytoken: "There is no such code. Check the spelling.",
  disabled: "This code was disabled.",
  paused: "The offer is paused. Resume it to accept its codes.",
  not_active: "The offer is not active. Activate it to accept its codes.",
  not_started: "The offer has not begun yet.",
  expired: "The offer has ended.",
  not_now: "The offer does not apply on this day or at this hour.",
  not_holder: "This code was given to somebody else.",
  not_eligible: "A rule of the offer is not met. `rule` names it, with what was seen and what is needed.",
  stacking_conflict: "This code cannot be combined with the others of the order.",
  exhausted: "All uses of the offer are taken.",
  code_exhausted: "All uses of this code are taken.",
  contact_limit: "This person has used the offer as often as it allows.",
  period_limit: "The offer allows no more uses in this period.",
  budget_exhausted: "The offer's budget does not cover this use.",
  hold_expired: "The hold is over. Redeem the code again, with a new Idempotency-Key.",
  already_redeemed: "This was redeemed. Roll it back instead of releasing it.",
  not_redeemed: "This is only held. Release it instead of rolling it back.",
  already_reversed: "This was released or rolled back before.",
  reversal_refused: "The offer does not allow to take this back.",
};

/** Of `not_eligible`, by the rule: a till may show them as they are. */
const ruleSentences: Record<string, string> = {
  domains: "The offer is for other e-mail domains than this person's.",
  user_types: "The offer is for new customers or for existing ones only, and this person is not one of them.",
  account_age: "This person has not been known for as many days as the offer asks.",
  first_purchase: "The offer is for a first purchase, and this is not one.",
  order: "The offer needs the order. Send its total and currency.",
  currency: "The order is in another currency than the offer.",
  order_minimum: "The order is below the minimum of the offer.",
  segment: "This person is not in the segment of the offer.",
};

const sentenceOf = ({ reason, rule }: Refusal): string =>
  (reason === "not_eligible" ? ruleSentences[rule ?? ""] : undefined) ?? sentences[reason];

/** What the request itself is wrong about; all others are about how things stand. */
const misasked: readonly RefusalReason[] = [
  "idempotency_conflict",
  "unknown_contact",
  "not_found",
  "honeytoken",
  "not_holder",
  "not_eligible",
];

/** `person` is the field by which somebody was named. */
export function refusalError(
  refusal: Refusal,
  person: "contact_id" | "external_id" = "contact_id",
): AppError {
  const { reason, rule, seen, needed, wait } = refusal;
  if (reason === "too_many_guesses") return tooManyGuesses(wait ?? 1);
  const told = shown(reason);
  const details = {
    reason: told,
    ...(rule != null && { rule }),
    ...(seen != null && { seen }),
    ...(needed != null && { needed }),
    ...(reason === "unknown_contact" && { errors: [unknownContact(person)] }),
  };
  return misasked.includes(reason)
    ? unprocessable(sentenceOf(refusal), details)
    : conflict(sentenceOf(refusal), details);
}

const unknownContact = (pointer: string) => ({
  pointer,
  code: "unknown_contact",
  detail: sentences.unknown_contact,
});

function tooManyGuesses(wait: number): AppError {
  const error = rateLimited(wait);
  return Object.assign(error, { details: { ...error.details, reason: "too_many_guesses" } });
}

/** What others may hear of it. */
export const shown = (reason: RefusalReason): Exclude<RefusalReason, "honeytoken"> =>
  reason === "honeytoken" ? "not_found" : reason;
