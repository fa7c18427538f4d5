import type { WorkspaceScope } from "@/db/scope";
import type { PassageOutcome } from "@/lib/domain/automations/automation";

/** In the figures of steps: at none of them, but at the trigger. */
export const triggerStep = "00000000-0000-0000-0000-000000000000";

export type PassageWrite = {
  enrolmentId: string;
  automationId: string;
  isTest: boolean;
  at: Date;
  stepId: string | null;
  outcome: PassageOutcome;
  reason: string | null;
  detail: Record<string, unknown>;
  runId: string | null;
};

/**
 * Adds to the timelines, in the order given, and to the figures of the steps in the same statement; tests stay out of
 * the figures. The enrolments are locked by the caller, so that no two entries get one position.
 */
export async function insertPassages(tx: WorkspaceScope, passages: PassageWrite[]): Promise<void> {
  if (passages.length === 0) return;
  const rows = passages.map((passage, no) => ({ ...passage, no }));
  await tx.sql`
    with given as materialized (
      select g.*, row_number() over (partition by g."enrolmentId" order by g.no) as nth
      from jsonb_to_recordset(${tx.json(rows)}) as g("enrolmentId" uuid, "automationId" uuid, "isTest" boolean,
        at timestamptz, "stepId" uuid, outcome text, reason text, detail jsonb, "runId" uuid, no int)),
    raised as (
      update enrolments e set passages = e.passages + c.count
      from (select "enrolmentId" as id, count(*)::int as count from given group by 1) c
      where e.workspace_id = ${tx.id} and e.id = c.id
      returning e.id, e.passages - c.count as before),
    counted as (
      insert into automation_totals as t (workspace_id, automation_id, step_id, outcome, reason, people)
      select ${tx.id}, "automationId", coalesce("stepId", ${triggerStep}::uuid), outcome,
        coalesce(reason, ''), count(*)::int
      from given where not "isTest" group by 2, 3, 4, 5 order by 2, 3, 4, 5
      on conflict (workspace_id, automation_id, step_id, outcome, reason)
        do update set people = t.people + excluded.people)
    insert into enrolment_passages (workspace_id, enrolment_id, position, at, step_id, outcome, reason, detail, run_id)
    select ${tx.id}, g."enrolmentId", r.before + g.nth, g.at, g."stepId", g.outcome, g.reason, g.detail, g."runId"
    from given g join raised r on r.id = g."enrolmentId"`;
}

/** How many tries to move somebody on have failed, one after the other, up to now. */
export async function countFailuresInARow(
  scope: WorkspaceScope,
  { id, passages }: { id: string; passages: number },
): Promise<number> {
  const rows = await scope.sql<{ failures: number }>`
    select coalesce((detail ->> 'tries')::int, 1) as failures from enrolment_passages
    where workspace_id = ${scope.id} and enrolment_id = ${id} and position = ${passages} and outcome = 'failed'`;
  return rows[0]?.failures ?? 0;
}
