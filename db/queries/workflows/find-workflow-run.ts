import type { WorkspaceScope } from "@/db/scope";
import type { WorkflowRunRow } from "./list-workflow-runs";
import { stateOfRun } from "./run-state";

export type WorkflowRunDetailRow = WorkflowRunRow & {
  output: string | null;
  error: string | null;
  /** Cancelled then, unless it executes at that moment. */
  deadline: Date | null;
};

export async function findWorkflowRun(
  scope: WorkspaceScope,
  runId: string,
): Promise<WorkflowRunDetailRow | undefined> {
  const [run] = await scope.sql<WorkflowRunDetailRow>`
    select run.id, run.function_id, run.event::text as event, run.created_at, run.started_at, run.ended_at,
      run.replay_of, ${stateOfRun(scope)} as status, run.output::text as output, run.error::text as error, run.deadline
    from workflow.runs as run where run.workspace_id = ${scope.id} and run.id = ${runId}`;
  return run;
}
