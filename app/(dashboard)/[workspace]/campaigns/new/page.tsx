import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewCampaignForm } from "@/components/campaigns/new-campaign-form";
import { NotForYourRole } from "@/components/members/not-for-your-role";
import { requireWorkspace } from "@/lib/platform/context/page-context";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("campaigns"))("newForm.title") };
}

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<{ from?: string | string[] }> };

export default async function NewCampaignPage({ params, searchParams }: Props) {
  const { ctx } = await requireWorkspace((await params).workspace);
  const t = await getTranslations("campaigns");
  if (!ctx.can("campaigns.write")) {
    return <NotForYourRole title={t("newForm.title")} permission="campaigns.write" />;
  }
  return <NewCampaignForm withTemplate={(await searchParams).from === "template"} />;
}
