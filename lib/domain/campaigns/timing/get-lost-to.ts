import { findCampaign } from "@/db/queries/campaigns/campaigns";
import { type LostTo, listLostTo } from "@/db/queries/campaigns/list-lost-to";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";

/** Which messages had the places under the frequency caps that a campaign's people had none left of. */
export async function getLostTo(
  ctx: WorkspaceContext,
  { campaignId }: { campaignId: string },
): Promise<{ data: LostTo[] }> {
  ctx.require("campaigns.read");
  if (!(await findCampaign(ctx.scope, campaignId))) throw notFound();
  return { data: await listLostTo(ctx.scope, campaignId) };
}
