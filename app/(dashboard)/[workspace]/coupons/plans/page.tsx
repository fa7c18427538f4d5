import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PlansScreen } from "@/components/coupons/plans/plans-screen";
import { usualCurrency } from "@/lib/domain/coupons/plans/usual-currency";
import { requireWorkspace } from "@/lib/platform/context/page-context";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("plans"))("title") };
}

export default async function PlansPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { ctx } = await requireWorkspace((await params).workspace);
  return <PlansScreen currency={await usualCurrency(ctx, await getLocale())} />;
}
