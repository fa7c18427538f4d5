import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotForYourRole } from "@/components/members/not-for-your-role";
import { RunsElsewhere } from "@/components/workflows/runs-elsewhere";
import { RunsScreen } from "@/components/workflows/runs-screen";
import { keepsRuns } from "@/lib/domain/workflows/engine-acts";
import { requireWorkspace } from "@/lib/platform/context/page-context";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("workflows"))("runsTitle") };
}

export default async function WorkflowRunsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { ctx } = await requireWorkspace((await params).workspace);
  const t = await getTranslations("workflows");
  if (!ctx.can("workflows.read")) return <NotForYourRole title={t("title")} permission="workflows.read" />;
  return keepsRuns() ? <RunsScreen /> : <RunsElsewhere />;
}
