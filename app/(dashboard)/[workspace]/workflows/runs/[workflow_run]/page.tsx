import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotForYourRole } from "@/components/members/not-for-your-role";
import { RunScreen } from "@/components/workflows/run-screen";
import { RunsElsewhere } from "@/components/workflows/runs-elsewhere";
import { asSeen } from "@/lib/contracts/wire/as-seen";
import { wireId } from "@/lib/contracts/wire/ids";
import { workflowRunDetail } from "@/lib/contracts/workflows";
import { keepsRuns } from "@/lib/domain/workflows/engine-acts";
import { getWorkflowRun } from "@/lib/domain/workflows/get-workflow-run";
import { foundOrNotFound } from "@/lib/platform/context/found-or-not-found";
import { requireWorkspace } from "@/lib/platform/context/page-context";

type Props = { params: Promise<{ workspace: string; workflow_run: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("workflows"))("runTitle") };
}

export default async function WorkflowRunPage({ params }: Props) {
  const { workspace, workflow_run: id } = await params;
  const { ctx } = await requireWorkspace(workspace);
  const t = await getTranslations("workflows");
  if (!ctx.can("workflows.read")) return <NotForYourRole title={t("title")} permission="workflows.read" />;
  if (!keepsRuns()) return <RunsElsewhere />;
  const run = await foundOrNotFound(wireId("workflowRun"), id, (workflowRunId) =>
    getWorkflowRun(ctx, { workflowRunId }),
  );
  return <RunScreen run={asSeen(workflowRunDetail, run)} />;
}
