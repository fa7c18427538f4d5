import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PlansScreen } from "@/components/coupons/plans/plans-screen";
import { requireWorkspace } from "@/lib/platform/context/page-context";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("plans"))("title") };
}

export default async function PlansPage({ params }: { params: Promise<{ workspace: string }> }) {
  await requireWorkspace((await params).workspace);
  return <PlansScreen />;
}
