import type { TransactionSql } from "@/db/client";

/** Runs whose time is over while no request of theirs executes. */
export async function listOverdueRuns(tx: TransactionSql, limit: number): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`
    select id from workflow.runs as run
    where deadline <= now() and not exists (
      select 1 from workflow.jobs as job where job.run_id = run.id and lease_token is not null)
    order by deadline limit ${limit}`;
  return rows.map((row) => row.id);
}
