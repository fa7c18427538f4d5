import type { WorkspaceScope } from "@/db/scope";
import type { JobRow } from "./job-row";

export async function findJob(scope: WorkspaceScope, jobId: string): Promise<JobRow | undefined> {
  const rows = await scope.sql<JobRow>`select * from jobs where workspace_id = ${scope.id} and id = ${jobId}`;
  return rows[0];
}

/** Those of the jobs that refused at least one row. */
export async function listJobsWithErrors(scope: WorkspaceScope, jobIds: string[]): Promise<Set<string>> {
  const rows = await scope.sql<{ jobId: string }>`
    select j.id as job_id from unnest(${jobIds}::uuid[]) as j(id)
    where exists (select 1 from job_errors e where e.workspace_id = ${scope.id} and e.job_id = j.id)`;
  return new Set(rows.map((row) => row.jobId));
}
