import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SandboxScreen } from "@/components/sandbox/sandbox-screen";
import { requireWorkspace } from "@/lib/platform/context/page-context";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sandbox");
  return { title: t("title") };
}

export default async function SandboxPage({ params }: Props) {
  await requireWorkspace((await params).workspace);
  return <SandboxScreen />;
}
