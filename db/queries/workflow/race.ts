import type { TransactionSql } from "@/db/client";
import type { Lease } from "./lease";
import type { StepRow } from "./steps";

export type RaceResult = "last" | "others open" | "lost";

/**
 * Saves one step of a race. Its job goes on as a call of the function: `others open` while jobs of the run are left,
 * beside which nothing may run unplanned. The run's row lets one after the other decide this.
 */
export async function finishRaceStep(
  tx: TransactionSql,
  { lease, runId, step }: { lease: Lease; runId: string; step: StepRow },
): Promise<RaceResult> {
  if (!(await holdRun(tx, lease, runId))) return "lost";
  const [row] = await tx<{ others: boolean }[]>`
    with saved as (
      insert into workflow.steps (run_id, id, name, kind, value, attempt, started_at)
      select ${runId}::uuid, ${step.id}, ${step.name}, ${step.kind}, ${step.value}::text::json, ${step.attempt}::int,
        case when ${step.kind}::text in ('data', 'error') then leased_at else waiting_since end
      from workflow.jobs where id = ${lease.id}
      on conflict do nothing
    ), counted as (
      update workflow.runs set pending = pending - 1
      where id = ${runId} and exists (select 1 from workflow.jobs where id = ${lease.id} and parallel)
    ), other as (
      select exists (select 1 from workflow.jobs where run_id = ${runId} and id <> ${lease.id}) as others
    )
    update workflow.jobs set kind = case when others then 'discover' else 'resume' end, step_id = null,
      step_name = null, value = null, parallel = false, race = false, attempt = 0, lost = 0, error = null
    from other where id = ${lease.id}
    returning others`;
  return row?.others ? "others open" : "last";
}

/** The steps of the run that have ended or have a job; `undefined`: the lease was lost. */
export async function enterDiscovery(
  tx: TransactionSql,
  lease: Lease,
  runId: string,
): Promise<ReadonlySet<string> | undefined> {
  if (!(await holdRun(tx, lease, runId))) return undefined;
  const rows = await tx<{ id: string }[]>`
    select id from workflow.steps where run_id = ${runId}
    union all
    select step_id from workflow.jobs where run_id = ${runId} and step_id is not null`;
  return new Set(rows.map((row) => row.id));
}

/** Ends a call that found nothing new; `false` when no other job could lead the run on. */
export async function leaveDiscovery(tx: TransactionSql, lease: Lease): Promise<boolean> {
  const [row] = await tx<{ held: boolean; others: boolean }[]>`
    select exists (select 1 from workflow.jobs where id = ${lease.id} and lease_token = ${lease.token}) as held,
      exists (
        select 1 from workflow.jobs as job join workflow.jobs as other on other.run_id = job.run_id
        where job.id = ${lease.id} and other.id <> job.id) as others`;
  if (!row?.held) return true;
  if (!row.others) return false;
  await tx`delete from workflow.jobs where id = ${lease.id}`;
  return true;
}

/** Jobs go before runs, the order in which everything locks them. */
async function holdRun(tx: TransactionSql, lease: Lease, runId: string): Promise<boolean> {
  const held = await tx`
    select 1 from workflow.jobs where id = ${lease.id} and lease_token = ${lease.token} for update`;
  if (held.length === 0) return false;
  await tx`select 1 from workflow.runs where id = ${runId} for update`;
  return true;
}
