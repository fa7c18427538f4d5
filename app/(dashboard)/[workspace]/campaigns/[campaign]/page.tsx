import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { campaignEditHref } from "@/components/campaigns/campaign-href";
import { CampaignScreen } from "@/components/campaigns/report/campaign-screen";
import { type CampaignPageProps, readCampaign } from "./read-campaign";

export async function generateMetadata({ params }: CampaignPageProps): Promise<Metadata> {
  const { workspace, campaign } = await params;
  return { title: (await readCampaign(workspace, campaign)).campaign.name };
}

export default async function CampaignPage({ params }: CampaignPageProps) {
  const { workspace: slug, campaign: id } = await params;
  const { campaign, workspace, ctx } = await readCampaign(slug, id);
  if (campaign.status === "draft" && ctx.can("campaigns.write"))
    redirect(campaignEditHref(slug, campaign.id));
  const { timeZone, sendingRules } = workspace;
  return (
    <CampaignScreen key={campaign.id} campaign={campaign} timeZone={timeZone} sendingRules={sendingRules} />
  );
}
