import type { Fragment } from "@/db/client";
import type { WorkspaceScope } from "@/db/scope";
import type { PerformanceFilter, PerformanceGrouping } from "@/lib/domain/coupons/performance/grouping";

/** Conditions on `offer_id`, `batch_id` and `campaign_id` of `row`, and on its offer `o`. */
export const selected = (scope: WorkspaceScope, row: string, filter: PerformanceFilter): Fragment => {
  const { offerId, batchId, campaignId, goal, utmSource, utmMedium, utmCampaign } = filter;
  const of = scope.name(row);
  const where = scope.fragment;
  return scope.all([
    offerId && where`${of}.offer_id = ${offerId}`,
    batchId && where`${of}.batch_id = ${batchId}`,
    campaignId && where`${of}.campaign_id = ${campaignId}`,
    goal && where`o.goal = ${goal}`,
    utmSource !== undefined && where`o.utm_source = ${utmSource}`,
    utmMedium !== undefined && where`o.utm_medium = ${utmMedium}`,
    utmCampaign !== undefined && where`o.utm_campaign = ${utmCampaign}`,
  ]);
};

/** The text that tells groups apart; null where a row belongs to none, '' of everything together. */
export function groupKey(
  scope: WorkspaceScope,
  row: string,
  grouping: PerformanceGrouping | undefined,
): Fragment {
  const of = scope.name(row);
  const where = scope.fragment;
  if (grouping === "goal") return where`case when o.id is not null then coalesce(o.goal, 'none') end`;
  if (grouping === "utm")
    return where`case when o.id is not null then
      jsonb_build_array(o.utm_source, o.utm_medium, o.utm_campaign)::text end`;
  if (grouping === undefined) return where`''`;
  return where`nullif(${of}.${scope.name(`${grouping}_id`)}::text, ${noneId})`;
}

/** Stands for no campaign, no offer, no batch. */
export const noneId = "00000000-0000-0000-0000-000000000000";
