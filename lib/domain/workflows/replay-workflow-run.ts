import { findWorkflowRun } from "@/db/queries/workflows/find-workflow-run";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { invalidState, notFound } from "@/lib/platform/errors";
import { type EngineActs, requireRunsHere } from "./engine-acts";
import { getRunSummary, type WorkflowRun } from "./list-workflow-runs";
import { endedStatuses, hasEnded, plainNameOf } from "./workflow";

type Replay = { workflowRunId: string };

/** A new run of the function with the same event, from its first step on. The old one stays as it is. */
export async function replayWorkflowRun(
  ctx: WorkspaceContext,
  { workflowRunId: id }: Replay,
  engine: EngineActs,
): Promise<WorkflowRun> {
  ctx.require("workflows.write");
  requireRunsHere();
  return ctx.transaction(async (tx) => {
    const run = await findWorkflowRun(tx.scope, id);
    if (!run) throw notFound();
    if (!hasEnded(run.status)) {
      throw invalidState(`A run that is ${run.status} cannot be replayed. Cancel it first.`, {
        reason: "workflow_run_active",
        from: run.status,
        allowed: endedStatuses,
      });
    }
    const replayId = await engine.replay(tx.scope.connection, id);
    const target = { kind: "workflow_run", id, name: plainNameOf(run.functionId) };
    await tx.audit("workflow_run.replayed", target, { after: { replay: replayId } });
    return getRunSummary(tx, replayId);
  });
}
