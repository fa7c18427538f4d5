import type { MessageCategory } from "@/lib/domain/channels/channel";
import type { SkipReason } from "./run";

export type GateSubscription = { id: string; status: string; isSuppressed: boolean };

export type GatePerson = {
  /** The run writes to them, or has written, as another contact that is the same person. */
  isMerged: boolean;
  isDeleted: boolean;
  erasedAt: Date | null;
  consent: "granted" | "denied" | null;
  subscriptions: readonly GateSubscription[] | null;
};

export type GateRun = {
  expiresAt: Date | null;
  category: MessageCategory;
  consentMode: "opt_out" | "opt_in";
};

export type Refusal = { reason: SkipReason; inputs: Record<string, unknown> };

/**
 * Why this person must not be written to, asked in a fixed order; the first answer is recorded with what it saw.
 * Undefined lets the person through.
 */
export function refuse(run: GateRun, person: GatePerson, now: Date): Refusal | undefined {
  if (run.expiresAt && now > run.expiresAt)
    return { reason: "expired", inputs: { expiresAt: run.expiresAt } };
  if (person.isMerged) return { reason: "merged", inputs: {} };
  if (person.isDeleted || person.erasedAt) return { reason: "erased", inputs: { erasedAt: person.erasedAt } };
  const endpoints = person.subscriptions ?? [];
  const suppressed = endpoints.filter((endpoint) => endpoint.isSuppressed);
  if (suppressed.length > 0 && suppressed.length === endpoints.length) {
    return { reason: "suppressed", inputs: { endpoints: suppressed.length } };
  }
  const { consentMode } = run;
  const { consent } = person;
  if (!isConsented(run, consent)) return { reason: "no_consent", inputs: { consent, consentMode } };
  if (endpoints.some(isOpen)) return undefined;
  return { reason: "no_endpoint", inputs: { endpoints: endpoints.length } };
}

/** Whether what a person said about a channel and category lets a message through. */
export const isConsented = (
  { category, consentMode }: Pick<GateRun, "category" | "consentMode">,
  consent: GatePerson["consent"],
): boolean =>
  category === "transactional" || consent === "granted" || (consent === null && consentMode === "opt_out");

/** Whether this endpoint may be written to once the person is let through. */
export const isOpen = (endpoint: GateSubscription): boolean =>
  endpoint.status === "active" && !endpoint.isSuppressed;
