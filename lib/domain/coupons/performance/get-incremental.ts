import { findCampaign } from "@/db/queries/campaigns/campaigns";
import { countArms } from "@/db/queries/coupons/performance/count-arms";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";
import { incrementalOf } from "./incremental";

/** How many orders the codes of a campaign brought that would not have come without: against those who got none. */
export async function getIncremental(ctx: WorkspaceContext, { campaignId }: { campaignId: string }) {
  ctx.require("coupons.read");
  if (!(await findCampaign(ctx.scope, campaignId))) throw notFound();
  const arms = await countArms(ctx.scope, campaignId);
  const armOf = (hasCode: boolean) => {
    const { people = 0, converted = 0 } = arms.find((arm) => arm.hasCode === hasCode) ?? {};
    return { people, converted };
  };
  const [treated, holdout] = [armOf(true), armOf(false)];
  return { treated, holdout, incremental: incrementalOf(treated, holdout) };
}
