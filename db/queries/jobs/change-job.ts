import type { WorkspaceScope } from "@/db/scope";
import type { JobRow } from "./job-row";

export type NewJob = {
  id: string;
  kind: string;
  title: string;
  total: number | null;
  params: Record<string, unknown>;
  createdBy: string;
  expiresAt: Date;
};

export async function insertJob(tx: WorkspaceScope, job: NewJob): Promise<JobRow> {
  const rows = await tx.sql<JobRow>`
    insert into jobs (workspace_id, id, kind, status, title, total, params, created_by, expires_at)
    values (${tx.id}, ${job.id}, ${job.kind}, 'queued', ${job.title}, ${job.total}, ${tx.json(job.params)},
      ${job.createdBy}, ${job.expiresAt})
    returning *`;
  const [row] = rows;
  if (!row) throw new Error("An insert gives its row.");
  return row;
}

/** Moves a job to `to` when it is in one of `from`; gives it as it is then. */
export async function changeJobStatus(
  tx: WorkspaceScope,
  jobId: string,
  from: readonly string[],
  to: string,
): Promise<JobRow | undefined> {
  const rows = await tx.sql<JobRow>`
    update jobs set status = ${to}, updated_at = now(),
      ended_at = case when ${to === "cancelled"} then now() else ended_at end
    where workspace_id = ${tx.id} and id = ${jobId} and status = any(${[...from]})
    returning *`;
  return rows[0];
}

/** Names in the result of a job the one that undoes it. */
export async function noteUndo(tx: WorkspaceScope, jobId: string, undoId: string): Promise<void> {
  await tx.sql`
    update jobs set result = coalesce(result, '{}') || ${tx.json({ undo: undoId })}::jsonb, updated_at = now()
    where workspace_id = ${tx.id} and id = ${jobId}`;
}
