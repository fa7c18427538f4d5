import { findCampaign, insertCampaign } from "@/db/queries/campaigns/campaigns";
import { copyNameOf } from "@/lib/domain/content/copy-name";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { campaignNameCharsMax } from "./campaign";
import { type Campaign, loadCampaign } from "./get-campaign";

export async function duplicateCampaign(
  ctx: WorkspaceContext,
  { campaignId }: { campaignId: string },
): Promise<Campaign> {
  ctx.require("campaigns.write");
  const original = await findCampaign(ctx.scope, campaignId);
  if (!original) throw notFound();
  const copyId = newId();
  const name = copyNameOf(original.name, campaignNameCharsMax);
  return ctx.transaction(async (tx) => {
    const timing = { ...original.timing, clock: "workspace", expiresAt: null } as const;
    const fields = { ...original, name, scheduleType: "send_now", scheduledAt: null, timing } as const;
    await insertCampaign(tx.scope, copyId, fields, ctx.actor.name);
    await tx.audit(
      "campaign.duplicated",
      { kind: "campaign", id: copyId, name },
      { after: { original: campaignId } },
    );
    return loadCampaign(tx.scope, copyId);
  });
}
