import type { TransactionSql } from "@/db/client";
import { type JsonText, jsonList, wakeChannel } from "./statement";

export type CancelledRun = { id: string; functionId: string; eventId: string; event: JsonText };

/**
 * Ends active runs; a request of theirs that executes right now can save nothing any more. Jobs go before runs, the
 * order in which everything locks them.
 */
export async function cancelRuns(tx: TransactionSql, runIds: readonly string[]): Promise<CancelledRun[]> {
  if (runIds.length === 0) return [];
  await deleteOpenWork(tx, runIds);
  const runs = await tx<CancelledRun[]>`
    update workflow.runs
    set status = 'cancelled', ended_at = now(), pending = 0, singleton_key = null, deadline = null
    where id = any(${[...runIds]}::uuid[]) and status = 'active'
    returning id, function_id, event_id, event::text as event`;
  await resumeParents(
    tx,
    runs.map((run) => run.id),
  );
  return runs;
}

export async function deleteOpenWork(tx: TransactionSql, runIds: readonly string[]): Promise<void> {
  await tx`delete from workflow.jobs where run_id = any(${[...runIds]}::uuid[])`;
  await tx`delete from workflow.waits where run_id = any(${[...runIds]}::uuid[])`;
}

const cancelledError = JSON.stringify({ name: "Error", message: "The invoked function was cancelled." });

/** Hands the errors of runs that failed or were cancelled to the steps that invoked them. */
export async function resumeParents(tx: TransactionSql, runIds: readonly string[]): Promise<void> {
  if (runIds.length === 0) return;
  await tx`
    with resumed as (
      update workflow.jobs as job set run_at = now(),
        value = ('{"type":"error","error":' || coalesce(run.error::text, ${cancelledError}) || '}')::json
      from workflow.runs as run
      where run.id = any(${[...runIds]}::uuid[]) and job.id = run.parent_job and job.step_id = run.parent_step
        and job.kind = 'invoke' and job.lease_token is null
      returning 1
    )
    select pg_notify(${wakeChannel}, 'jobs') from resumed limit 1`;
}

/** The same for invocations that never became a run. */
export async function refuseInvocations(
  tx: TransactionSql,
  refused: readonly { job: string; step: string; error: JsonText }[],
): Promise<void> {
  if (refused.length === 0) return;
  await tx`
    with resumed as (
      update workflow.jobs as job set run_at = now(),
        value = ('{"type":"error","error":' || refused.error || '}')::json
      from json_to_recordset(${jsonList(refused)}::text::json) as refused (job uuid, step text, error text)
      where job.id = refused.job and job.step_id = refused.step and job.kind = 'invoke' and job.lease_token is null
      returning 1
    )
    select pg_notify(${wakeChannel}, 'jobs') from resumed limit 1`;
}
