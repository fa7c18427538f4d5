import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BatchesScreen } from "@/components/coupons/batches/batches-screen";
import { requireWorkspace } from "@/lib/platform/context/page-context";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("batches"))("title") };
}

export default async function BatchesPage({ params }: { params: Promise<{ workspace: string }> }) {
  await requireWorkspace((await params).workspace);
  return <BatchesScreen />;
}
