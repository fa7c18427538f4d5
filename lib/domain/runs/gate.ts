import type { MessageCategory } from "@/lib/domain/channels/channel";
import type { SkipReason } from "./run";

export type GateSubscription = { id: string; status: string; isSuppressed: boolean };

export type GatePerson = {
  isDeleted: boolean;
  erasedAt: Date | null;
  consent: "granted" | "denied" | null;
  subscriptions: readonly GateSubscription[] | null;
};

export type GateRun = {
  isStopped: boolean;
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
  if (run.isStopped) return { reason: "stopped", inputs: {} };
  if (run.expiresAt && now > run.expiresAt)
    return { reason: "expired", inputs: { expiresAt: run.expiresAt } };
  if (person.isDeleted || person.erasedAt) return { reason: "erased", inputs: { erasedAt: person.erasedAt } };
  const endpoints = person.subscriptions ?? [];
  const suppressed = endpoints.filter((endpoint) => endpoint.isSuppressed);
  if (suppressed.length > 0 && suppressed.length === endpoints.length) {
    return { reason: "suppressed", inputs: { endpoints: suppressed.length } };
  }
  const consent = refuseByConsent(run, person);
  if (consent) return consent;
  if (endpoints.some(isOpen)) return undefined;
  return { reason: "no_endpoint", inputs: { endpoints: endpoints.length } };
}

function refuseByConsent({ category, consentMode }: GateRun, { consent }: GatePerson): Refusal | undefined {
  if (category === "transactional") return undefined;
  const isRefused = consent === "denied" || (consentMode === "opt_in" && consent !== "granted");
  return isRefused ? { reason: "no_consent", inputs: { consent, consentMode } } : undefined;
}

/** Whether this endpoint may be written to once the person is let through. */
export const isOpen = (endpoint: GateSubscription): boolean =>
  endpoint.status === "active" && !endpoint.isSuppressed;
