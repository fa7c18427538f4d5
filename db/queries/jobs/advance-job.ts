import type { WorkspaceScope } from "@/db/scope";
import type { JobErrorRow, JobRow } from "./job-row";

/** Hands the job to the execution that holds `fence`; whoever held it before can write no more. */
export async function claimJob(
  scope: WorkspaceScope,
  jobId: string,
  fence: string,
): Promise<JobRow | undefined> {
  const rows = await scope.sql<JobRow>`
    update jobs set status = 'running', fence = ${fence}, started_at = coalesce(started_at, now()),
      updated_at = now()
    where workspace_id = ${scope.id} and id = ${jobId} and status in ('queued', 'running')
    returning *`;
  return rows[0];
}

export type Advance = {
  done: number;
  failed: number;
  activeMillis: number;
  cursor: Record<string, unknown>;
  result: Record<string, unknown>;
};

/** Writes progress; `false` when the job was paused, cancelled or handed to another execution. */
export async function advanceJob(
  tx: WorkspaceScope,
  { id, fence }: { id: string; fence: string },
  advance: Advance,
): Promise<boolean> {
  const rows = await tx.sql`
    update jobs set done = ${advance.done}, failed = ${advance.failed}, active_millis = ${advance.activeMillis},
      cursor = ${tx.json(advance.cursor)}, result = ${tx.json(advance.result)}, updated_at = now()
    where workspace_id = ${tx.id} and id = ${id} and fence = ${fence} and status = 'running'
    returning 1`;
  return rows.length === 1;
}

export async function completeJob(tx: WorkspaceScope, jobId: string, fence: string): Promise<boolean> {
  const rows = await tx.sql`
    update jobs set status = 'completed', total = done + failed, ended_at = now(), updated_at = now()
    where workspace_id = ${tx.id} and id = ${jobId} and fence = ${fence} and status = 'running'
    returning 1`;
  return rows.length === 1;
}

/** A job that has ended stays as it ended, and with a `fence` one that another execution holds as it is. */
export async function failJob(
  tx: WorkspaceScope,
  { id, fence }: { id: string; fence: string | undefined },
  { detail, failure }: { detail: string; failure: Record<string, unknown> },
): Promise<boolean> {
  const rows = await tx.sql`
    update jobs set status = 'failed', error_detail = ${detail}, ended_at = now(), updated_at = now(),
      result = coalesce(result, '{}') || ${tx.json({ failure })}::jsonb
    where workspace_id = ${tx.id} and id = ${id} and status in ('queued', 'running', 'paused')
      ${fence ? tx.fragment`and fence = ${fence}` : tx.fragment``}
    returning 1`;
  return rows.length === 1;
}

export async function insertJobErrors(
  tx: WorkspaceScope,
  jobId: string,
  errors: JobErrorRow[],
): Promise<void> {
  if (errors.length === 0) return;
  await tx.sql`
    insert into job_errors (workspace_id, job_id, line, problems, fields)
    select ${tx.id}, ${jobId}, r.line, r.problems, r.fields
    from jsonb_to_recordset(${tx.json(errors)}) as r(line int, problems jsonb, fields jsonb)`;
}

export async function listJobErrors(
  scope: WorkspaceScope,
  jobId: string,
  afterLine: number,
  limit: number,
): Promise<JobErrorRow[]> {
  return scope.sql<JobErrorRow>`
    select line, problems, fields from job_errors
    where workspace_id = ${scope.id} and job_id = ${jobId} and line > ${afterLine}
    order by line limit ${limit}`;
}
