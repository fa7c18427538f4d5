import type { Fragment } from "@/db/client";
import type { offers } from "@/db/schema/coupons/offers";
import type { WorkspaceScope } from "@/db/scope";
import type { DisplayState, OfferState } from "@/lib/domain/coupons/offers/offer";
import type { OfferFields } from "@/lib/domain/coupons/offers/offer-fields";
import type { MembershipTier } from "@/lib/domain/coupons/plans/plan";
import { displayStateOf } from "./display-state";

export type OfferRow = typeof offers.$inferSelect;

export type OfferWithFigures = OfferRow & {
  displayState: DisplayState;
  /** Live uses: held and redeemed. */
  taken: number;
  planName: string | null;
  planTier: MembershipTier | null;
  /** Its own codes, which no batch made; the oldest of them stands for it. */
  code: string | null;
  codes: number;
  batches: number;
};

/** Of offer `o`, with amounts as numbers: the driver hands out bigint as text. */
const offerColumns = (scope: WorkspaceScope): Fragment => scope.fragment`
  o.*, o.discount_minor::float8 as discount_minor, o.discount_minor_max::float8 as discount_minor_max,
  o.budget_minor::float8 as budget_minor, o.cost_minor::float8 as cost_minor`;

/** Offers with what is counted of them, as `o`. */
export const withFigures = (scope: WorkspaceScope, now: Date): Fragment => scope.fragment`
  select ${offerColumns(scope)}, ${displayStateOf(scope, now)} as display_state, coalesce(k.taken, 0) as taken, p.name as plan_name,
    p.tier as plan_tier, c.code, c.codes, (select count(*)::int from coupon_batches b
      where b.workspace_id = ${scope.id} and b.offer_id = o.id) as batches
  from offers o
  left join offer_counters k on k.workspace_id = ${scope.id} and k.offer_id = o.id
  left join membership_plans p on p.workspace_id = ${scope.id} and p.id = o.plan_id
  cross join lateral (
    select (array_agg(s.code order by s.created_at, s.code_key))[1] as code, count(*)::int as codes
    from coupon_codes s where s.workspace_id = ${scope.id} and s.offer_id = o.id and s.batch_id is null) c`;

export async function findOffer(
  scope: WorkspaceScope,
  offerId: string,
  now: Date,
): Promise<OfferWithFigures | undefined> {
  const rows = await scope.sql<OfferWithFigures>`
    ${withFigures(scope, now)} where o.workspace_id = ${scope.id} and o.id = ${offerId}`;
  return rows[0];
}

export async function lockOffer(tx: WorkspaceScope, offerId: string): Promise<OfferRow | undefined> {
  const rows = await tx.sql<OfferRow>`
    select ${offerColumns(tx)} from offers o where o.workspace_id = ${tx.id} and o.id = ${offerId} for update`;
  return rows[0];
}

type OfferInsert = OfferFields & { id: string; createdBy: string };

/** With its counter, which has the same limit. */
export async function insertOffer(tx: WorkspaceScope, offer: OfferInsert): Promise<void> {
  await tx.sql`
    insert into offers (workspace_id, id, name, description, kind, plan_id, duration_months, duration_days,
      discount_basis_points, discount_minor_max, discount_minor, currency, uses_max, uses_per_code_max,
      uses_per_contact_max, period_limits, budget_minor, starts_at, ends_at, last_day, time_zone, weekdays, hours,
      restrictions, stacking_class, stacks_with, reversal, hold_seconds, campaign_name, goal, utm_source, utm_medium,
      utm_campaign, attribution_days, cost_minor, created_by, updated_by)
    values (${tx.id}, ${offer.id}, ${offer.name}, ${offer.description}, ${offer.kind}, ${offer.planId},
      ${offer.durationMonths}, ${offer.durationDays}, ${offer.discountBasisPoints}, ${offer.discountMinorMax},
      ${offer.discountMinor}, ${offer.currency}, ${offer.usesMax}, ${offer.usesPerCodeMax},
      ${offer.usesPerContactMax}, ${tx.json(offer.periodLimits)}, ${offer.budgetMinor}, ${offer.startsAt},
      ${offer.endsAt}, ${offer.lastDay}, ${offer.timeZone}, ${offer.weekdays}, ${offer.hours && tx.json(offer.hours)},
      ${tx.json(offer.restrictions)}, ${offer.stackingClass}, ${offer.stacksWith}, ${offer.reversal},
      ${offer.holdSeconds}, ${offer.campaignName}, ${offer.goal}, ${offer.utmSource}, ${offer.utmMedium},
      ${offer.utmCampaign}, ${offer.attributionDays}, ${offer.costMinor}, ${offer.createdBy}, ${offer.createdBy})`;
  await tx.sql`
    insert into offer_counters (workspace_id, offer_id, uses_max) values (${tx.id}, ${offer.id}, ${offer.usesMax})`;
}

export async function updateOffer(
  tx: WorkspaceScope,
  offerId: string,
  offer: OfferFields & { updatedBy: string },
): Promise<void> {
  await tx.sql`
    update offers set name = ${offer.name}, description = ${offer.description}, kind = ${offer.kind},
      plan_id = ${offer.planId}, duration_months = ${offer.durationMonths}, duration_days = ${offer.durationDays},
      discount_basis_points = ${offer.discountBasisPoints}, discount_minor_max = ${offer.discountMinorMax},
      discount_minor = ${offer.discountMinor}, currency = ${offer.currency}, uses_max = ${offer.usesMax},
      uses_per_code_max = ${offer.usesPerCodeMax}, uses_per_contact_max = ${offer.usesPerContactMax},
      period_limits = ${tx.json(offer.periodLimits)}, budget_minor = ${offer.budgetMinor},
      starts_at = ${offer.startsAt}, ends_at = ${offer.endsAt}, last_day = ${offer.lastDay},
      time_zone = ${offer.timeZone}, weekdays = ${offer.weekdays}, hours = ${offer.hours && tx.json(offer.hours)},
      restrictions = ${tx.json(offer.restrictions)}, stacking_class = ${offer.stackingClass},
      stacks_with = ${offer.stacksWith}, reversal = ${offer.reversal}, hold_seconds = ${offer.holdSeconds},
      campaign_name = ${offer.campaignName}, goal = ${offer.goal}, utm_source = ${offer.utmSource},
      utm_medium = ${offer.utmMedium}, utm_campaign = ${offer.utmCampaign},
      attribution_days = ${offer.attributionDays}, cost_minor = ${offer.costMinor}, updated_by = ${offer.updatedBy},
      version = version + 1, updated_at = now()
    where workspace_id = ${tx.id} and id = ${offerId}`;
}

/** Whether the counter took the limit: it refuses one below what is taken. */
export async function limitCounter(
  tx: WorkspaceScope,
  offerId: string,
  usesMax: number | null,
): Promise<boolean> {
  const rows = await tx.sql`
    update offer_counters set uses_max = ${usesMax}
    where workspace_id = ${tx.id} and offer_id = ${offerId}
      and (${usesMax}::integer is null or taken <= ${usesMax})
    returning 1`;
  return rows.length > 0;
}

export async function findTaken(tx: WorkspaceScope, offerId: string): Promise<number> {
  const [row] = await tx.sql<{ taken: number }>`
    select taken from offer_counters where workspace_id = ${tx.id} and offer_id = ${offerId}`;
  return row?.taken ?? 0;
}

export async function setOfferState(
  tx: WorkspaceScope,
  offerId: string,
  { state, updatedBy }: { state: OfferState; updatedBy: string },
): Promise<void> {
  await tx.sql`
    update offers set state = ${state}, updated_by = ${updatedBy}, version = version + 1, updated_at = now()
    where workspace_id = ${tx.id} and id = ${offerId}`;
}

export async function findUsers(
  tx: WorkspaceScope,
  offerId: string,
): Promise<{ redemptions: boolean; batches: boolean }> {
  const [row] = await tx.sql<{ redemptions: boolean; batches: boolean }>`
    select exists (select 1 from coupon_redemptions where workspace_id = ${tx.id} and offer_id = ${offerId}) as redemptions,
      exists (select 1 from coupon_batches where workspace_id = ${tx.id} and offer_id = ${offerId}) as batches`;
  return row ?? { redemptions: false, batches: false };
}

/** With its codes; the counter goes by itself. */
export async function deleteOffer(tx: WorkspaceScope, offerId: string): Promise<void> {
  await tx.sql`delete from coupon_codes where workspace_id = ${tx.id} and offer_id = ${offerId} and batch_id is null`;
  await tx.sql`delete from offers where workspace_id = ${tx.id} and id = ${offerId}`;
}
