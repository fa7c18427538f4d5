import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AutomationsScreen } from "@/components/automations/list/automations-screen";
import { requireWorkspace } from "@/lib/platform/context/page-context";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("automations"))("title") };
}

export default async function AutomationsPage({ params }: { params: Promise<{ workspace: string }> }) {
  await requireWorkspace((await params).workspace);
  return <AutomationsScreen />;
}
