import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RedemptionsScreen } from "@/components/coupons/redemptions/redemptions-screen";
import { requireWorkspace } from "@/lib/platform/context/page-context";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("redemptions"))("title") };
}

export default async function RedemptionsPage({ params }: { params: Promise<{ workspace: string }> }) {
  await requireWorkspace((await params).workspace);
  return <RedemptionsScreen />;
}
