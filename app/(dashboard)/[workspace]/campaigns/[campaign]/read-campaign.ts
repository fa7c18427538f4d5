import { notFound } from "next/navigation";
import { cache } from "react";
import { wireId } from "@/lib/contracts/wire/ids";
import { getCampaign } from "@/lib/domain/campaigns/get-campaign";
import { requireWorkspace } from "@/lib/platform/context/page-context";
import { isAppError } from "@/lib/platform/errors";

/** The campaign of the address and its workspace; 404 for what is not there. */
export const readCampaign = cache(async (slug: string, id: string) => {
  const { ctx, workspace } = await requireWorkspace(slug);
  const parsed = wireId("campaign").safeParse(id);
  if (!parsed.success) notFound();
  try {
    return { ctx, workspace, campaign: await getCampaign(ctx, { campaignId: parsed.data }) };
  } catch (error) {
    if (isAppError(error) && error.code === "not_found") notFound();
    throw error;
  }
});

export type CampaignPageProps = { params: Promise<{ workspace: string; campaign: string }> };
