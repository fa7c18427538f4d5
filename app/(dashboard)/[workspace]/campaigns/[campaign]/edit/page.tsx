import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { campaignPageHref } from "@/components/campaigns/campaign-href";
import { CampaignComposer } from "@/components/campaigns/composer/campaign-composer";
import { NotForYourRole } from "@/components/members/not-for-your-role";
import { mayDo } from "@/lib/domain/campaigns/campaign";
import { type CampaignPageProps, readCampaign } from "../read-campaign";

export async function generateMetadata({ params }: CampaignPageProps): Promise<Metadata> {
  const { workspace, campaign } = await params;
  return { title: (await readCampaign(workspace, campaign)).campaign.name };
}

export default async function EditCampaignPage({ params }: CampaignPageProps) {
  const { workspace: slug, campaign: id } = await params;
  const { campaign, workspace, ctx } = await readCampaign(slug, id);
  if (!mayDo(campaign.status, "edit")) redirect(campaignPageHref(slug, campaign.id));
  if (!ctx.can("campaigns.write")) {
    const t = await getTranslations("campaigns");
    return <NotForYourRole title={campaign.name || t("title")} permission="campaigns.write" />;
  }
  const { timeZone, sendingRules, locale } = workspace;
  const ofWorkspace = { timeZone, sendingRules, language: locale };
  return <CampaignComposer key={campaign.id} campaign={campaign} {...ofWorkspace} />;
}
