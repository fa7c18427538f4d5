import { cache } from "react";
import { wireId } from "@/lib/contracts/wire/ids";
import { getCampaign } from "@/lib/domain/campaigns/get-campaign";
import { foundOrNotFound } from "@/lib/platform/context/found-or-not-found";
import { requireWorkspace } from "@/lib/platform/context/page-context";

/** The campaign of the address and its workspace; 404 for what is not there. */
export const readCampaign = cache(async (slug: string, id: string) => {
  const { ctx, workspace } = await requireWorkspace(slug);
  const campaign = await foundOrNotFound(wireId("campaign"), id, (campaignId) =>
    getCampaign(ctx, { campaignId }),
  );
  return { ctx, workspace, campaign };
});

export type CampaignPageProps = { params: Promise<{ workspace: string; campaign: string }> };
