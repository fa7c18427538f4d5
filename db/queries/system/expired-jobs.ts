import type { SystemScope } from "@/db/scope";

export type ExpiredJob = { workspaceId: string; id: string };

/** Takes ended jobs whose files were kept long enough, and removes their refused rows and the addresses they name. */
export async function unsafeAcrossWorkspacesTakeExpiredJobs(
  system: SystemScope,
  limit: number,
): Promise<ExpiredJob[]> {
  return system.sql<ExpiredJob>`
    with expired as (
      update jobs set expires_at = null, result = result - 'moves'
      where (workspace_id, id) in (
        select workspace_id, id from jobs
        where expires_at < now() and status in ('completed', 'failed', 'cancelled')
        order by expires_at limit ${limit} for update skip locked)
      returning workspace_id, id),
    refused as (
      delete from job_errors e using expired x where e.workspace_id = x.workspace_id and e.job_id = x.id),
    sighted as (
      delete from job_sightings s using expired x where s.workspace_id = x.workspace_id and s.job_id = x.id),
    staged as (
      delete from coupon_import_rows r using expired x where r.workspace_id = x.workspace_id and r.job_id = x.id)
    select workspace_id, id from expired`;
}
