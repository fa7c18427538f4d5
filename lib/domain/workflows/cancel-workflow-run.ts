import { findWorkflowRun } from "@/db/queries/workflows/find-workflow-run";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { invalidState, notFound } from "@/lib/platform/errors";
import { type EngineActs, requireRunsHere } from "./engine-acts";
import { getRunSummary, type WorkflowRun } from "./list-workflow-runs";
import { activeStatuses, plainNameOf } from "./workflow";

type Cancel = { workflowRunId: string };

/** Steps that ended stay done; a step that executes right now ends, but nothing of it is kept. */
export async function cancelWorkflowRun(
  ctx: WorkspaceContext,
  { workflowRunId: id }: Cancel,
  engine: EngineActs,
): Promise<WorkflowRun> {
  ctx.require("workflows.write");
  requireRunsHere();
  return ctx.transaction(async (tx) => {
    const run = await findWorkflowRun(tx.scope, id);
    if (!run) throw notFound();
    if (!(await engine.cancel(tx.scope.connection, id))) {
      const status = (await findWorkflowRun(tx.scope, id))?.status ?? run.status;
      throw invalidState(`A run that is ${status} cannot be cancelled.`, {
        reason: "workflow_run_ended",
        from: status,
        allowed: activeStatuses,
      });
    }
    await tx.audit("workflow_run.cancelled", {
      kind: "workflow_run",
      id,
      name: plainNameOf(run.functionId),
    });
    return getRunSummary(tx, id);
  });
}
