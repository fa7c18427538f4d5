import { byAge, type Order, pageOf } from "@/db/keyset";
import { matchesFolded } from "@/db/matches-folded";
import type { WorkspaceScope } from "@/db/scope";
import type { CampaignGoal, DisplayState, OfferKind } from "@/lib/domain/coupons/offers/offer";
import type { PageRequest } from "@/lib/platform/paging";
import { displayStateOf } from "./display-state";
import { type OfferWithFigures, withFigures } from "./offers";

export type OfferListFilter = {
  q?: string | undefined;
  /** A code that was typed whole. */
  codeKey?: string | undefined;
  state?: DisplayState[] | undefined;
  kind?: OfferKind[] | undefined;
  goal?: CampaignGoal[] | undefined;
  planId?: string | undefined;
};

export const offerSorts = ["-created_at", "created_at", "name", "-name"] as const;

const byName = [
  ["o.name", "name"],
  ["o.id", "id"],
] as const;

export const offerOrders: Record<(typeof offerSorts)[number], Order<"name" | "id">> = {
  ...byAge("o.id"),
  name: { direction: "asc", keys: byName },
  "-name": { direction: "desc", keys: byName },
};

type Look = { now: Date; order: Order; page: PageRequest };

export function listOffers(
  scope: WorkspaceScope,
  filter: OfferListFilter,
  { now, order, page }: Look,
): Promise<OfferWithFigures[]> {
  return scope.sql<OfferWithFigures>`
    ${withFigures(scope, now)}
    where o.workspace_id = ${scope.id} and ${conditions(scope, filter, now)} ${pageOf(scope, order, page)}`;
}

export async function countOffers(
  scope: WorkspaceScope,
  filter: OfferListFilter,
  now: Date,
): Promise<number> {
  const rows = await scope.sql<{ count: number }>`
    select count(*)::int as count from offers o
    left join offer_counters k on k.workspace_id = ${scope.id} and k.offer_id = o.id
    where o.workspace_id = ${scope.id} and ${conditions(scope, filter, now)}`;
  return rows[0]?.count ?? 0;
}

/** Archived ones are shown to whoever asks for them. */
function conditions(scope: WorkspaceScope, filter: OfferListFilter, now: Date) {
  const where = scope.fragment;
  const { q, codeKey, state, kind, goal, planId } = filter;
  const named = q && matchesFolded(scope, ["o.name", "o.description", "o.campaign_name"], q);
  const coded =
    codeKey &&
    where`o.id = (select c.offer_id from coupon_codes c where c.workspace_id = ${scope.id} and c.code_key = ${codeKey})`;
  return scope.all([
    state ? where`${displayStateOf(scope, now)} = any(${state})` : where`o.state <> 'archived'`,
    kind && where`o.kind = any(${kind})`,
    goal && where`o.goal = any(${goal})`,
    planId && where`o.plan_id = ${planId}`,
    named && (coded ? where`(${named} or ${coded})` : named),
  ]);
}
