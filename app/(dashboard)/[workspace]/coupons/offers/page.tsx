import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OffersScreen } from "@/components/coupons/offers/list/offers-screen";
import { requireWorkspace } from "@/lib/platform/context/page-context";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("offers"))("title") };
}

export default async function OffersPage({ params }: { params: Promise<{ workspace: string }> }) {
  await requireWorkspace((await params).workspace);
  return <OffersScreen />;
}
