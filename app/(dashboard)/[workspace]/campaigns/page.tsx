import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CampaignsScreen } from "@/components/campaigns/list/campaigns-screen";
import { requireWorkspace } from "@/lib/platform/context/page-context";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("campaigns"))("title") };
}

export default async function CampaignsPage({ params }: { params: Promise<{ workspace: string }> }) {
  await requireWorkspace((await params).workspace);
  return <CampaignsScreen />;
}
