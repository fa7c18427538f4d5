import { audienceCondition } from "@/db/queries/audience/audience-condition";
import type { WorkspaceScope } from "@/db/scope";
import type { AudienceFilter } from "@/lib/domain/audience/audience-filter";
import type { MembershipTier } from "@/lib/domain/coupons/plans/plan";
import type { GuessBudgets } from "@/lib/domain/coupons/redemptions/guess-budgets";
import type { RefusalReason } from "@/lib/domain/coupons/redemptions/refusal";
import type { RedemptionRow } from "./redemption-row";

/** One use, hold or look, as `take_coupons` reads it. */
export type CouponItem = {
  act: "validate" | "hold" | "redeem";
  codeKey: string;
  contactId: string | null;
  externalId: string | null;
  /** Of the ledger. */
  key: string;
  hash: string;
  id: string;
  eventId: string;
  /** Absent: a refusal is not written down. */
  refusalId: string | null;
  orderId: string | null;
  orderMinor: number | null;
  currency: string | null;
  source: string;
  metadata: Record<string, unknown>;
  stackWith: string[];
  holdSeconds: number | null;
  /** Of whoever is watched for guessing. */
  network: string | null;
  ip: string | null;
  userAgent: string | null;
  /** Not now, but then. */
  at: string | null;
  hasReclaimed?: true;
};

export type Preview = {
  listMinor: number | null;
  paidMinor: number | null;
  currency: string | null;
  planId: string | null;
  tier: MembershipTier | null;
  months: number | null;
  days: number | null;
};

type Refused = { reason: RefusalReason; rule: string | null; seen: string | null; needed: string | null };

export type CouponAnswer = (
  | { reason: "redeemed" | "held" | "replayed"; redemption: RedemptionRow }
  | ({ reason: "redeemable" } & Preview)
  | { reason: "reclaim"; offerId: string; contactId: string }
  | { reason: "audience"; contactId: string; offerVersion: number; segment: AudienceFilter }
  | ({ reason: "too_many_guesses"; wait: number } & Omit<Refused, "reason">)
  | Refused
) & { isAlarm?: true };

/** A guard found less than the judge saw: everything was taken back. */
export const lostRaceCode = "PP001";

/** All looks, or none. One round trip, one transaction. */
export async function takeCoupons(
  scope: WorkspaceScope,
  items: readonly CouponItem[],
  budgets: GuessBudgets,
): Promise<CouponAnswer[]> {
  const [row] = await scope.single<{ answers: CouponAnswer[] }>`
    select take_coupons(${scope.entering}, ${scope.json(items)}, ${scope.json(budgets)}) as answers`;
  return row?.answers ?? [];
}

/** The same for one whose offer asks for an audience: the statement carries the condition, of that version of the offer. */
export async function takeCouponOfAudience(
  scope: WorkspaceScope,
  item: CouponItem,
  asked: Extract<CouponAnswer, { reason: "audience" }>,
  budgets: GuessBudgets,
): Promise<CouponAnswer | undefined> {
  const [row] = await scope.sql<{ answers: CouponAnswer[] }>`
    select take_coupons(${scope.id}::uuid, jsonb_build_array(${scope.json(item)}::jsonb || jsonb_build_object(
      'audienceVersion', ${asked.offerVersion}::int,
      'audienceMet', exists (select 1 from contacts c where c.workspace_id = ${scope.id} and c.id = ${asked.contactId}
        and c.erased_at is null and ${audienceCondition(scope, asked.segment)}))), ${scope.json(budgets)}) as answers`;
  return row?.answers[0];
}

/** Takes back up to `max` holds that are over: of an offer those first that are of this code or this person. */
export async function releaseDueHolds(
  scope: WorkspaceScope,
  max: number,
  of?: { offerId: string; codeKey: string; contactId: string },
): Promise<number> {
  const [row] = await scope.single<{ count: number }>`
    select release_due_holds(${scope.entering}, ${of?.offerId ?? null}, ${of?.codeKey ?? null}, ${of?.contactId ?? null}, ${max})
      as count`;
  return row?.count ?? 0;
}
