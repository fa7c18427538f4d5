import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ProvidersScreen } from "@/components/providers/providers-screen";
import { requireWorkspace } from "@/lib/platform/context/page-context";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("providers");
  return { title: t("title") };
}

export default async function ProvidersPage({ params }: Props) {
  await requireWorkspace((await params).workspace);
  return <ProvidersScreen />;
}
