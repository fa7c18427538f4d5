import type { WorkspaceScope } from "@/db/scope";
import type { ExitReason, PassageOutcome } from "@/lib/domain/automations/automation";
import { firstIdAt } from "@/lib/platform/ids";
import { countColumns, currentHours } from "../analytics/current-hours";
import type { AutomationVersionRow } from "./automations";
import { triggerStep } from "./passages";

export type StepPeople = { stepId: string | null; people: number };

/** Where people wait now; null: at the trigger. */
export function listWaiting(scope: WorkspaceScope, automationId: string): Promise<StepPeople[]> {
  return scope.sql<StepPeople>`
    select step_id, count(*)::int as people from enrolments
    where workspace_id = ${scope.id} and automation_id = ${automationId} and status = 'active' and not is_test
    group by step_id`;
}

export type PassedPeople = StepPeople & { outcome: PassageOutcome; reason: string | null };

export function listPassed(scope: WorkspaceScope, automationId: string): Promise<PassedPeople[]> {
  return scope.sql<PassedPeople>`
    select nullif(step_id, ${triggerStep}::uuid) as step_id, outcome, nullif(reason, '') as reason, people
    from automation_totals where workspace_id = ${scope.id} and automation_id = ${automationId}
    order by step_id, outcome, reason`;
}

export type ExitCount = { reason: ExitReason; people: number };

export function listExits(scope: WorkspaceScope, automationId: string): Promise<ExitCount[]> {
  return scope.sql<ExitCount>`
    select reason, sum(people)::int as people from automation_totals
    where workspace_id = ${scope.id} and automation_id = ${automationId} and outcome = 'exited'
    group by reason order by people desc, reason`;
}

export type MessageFigures = {
  stepId: string;
  sent: number;
  delivered: number;
  opened: number;
  clicked: number;
  failed: number;
  skipped: number;
};

/** What became of the messages of each step that was ever published. */
export function listMessageFigures(scope: WorkspaceScope, automationId: string): Promise<MessageFigures[]> {
  const own = scope.fragment`(select id from campaigns where workspace_id = ${scope.id} and automation_id = ${automationId})`;
  return scope.sql<MessageFigures>`
    select h.campaign_id as step_id, ${countColumns(scope)}
    from (${currentHours(scope, scope.fragment`campaign_id in ${own}`, scope.fragment`r.campaign_id in ${own}`)}) h
    group by 1`;
}

export type DayFigures = { day: string; entered: number; completed: number; exited: number };

/** The last days of the workspace's calendar; people are found by id, which begins with the time they came in. */
export function listDays(scope: WorkspaceScope, automationId: string, from: Date): Promise<DayFigures[]> {
  const day = (column: "entered_at" | "ended_at") =>
    scope.fragment`to_char(e.${scope.name(column)} at time zone w.time_zone, 'YYYY-MM-DD')`;
  const own = scope.fragment`
    from enrolments e join workspaces w on w.id = ${scope.id}
    where e.workspace_id = ${scope.id} and e.automation_id = ${automationId} and not e.is_test`;
  return scope.sql<DayFigures>`
    select day, sum(entered)::int as entered, sum(completed)::int as completed, sum(exited)::int as exited
    from (
      select ${day("entered_at")} as day, 1 as entered, 0 as completed, 0 as exited ${own}
        and e.id >= ${firstIdAt(from)}::uuid and e.entered_at >= ${from}
      union all
      select ${day("ended_at")}, 0, (e.status = 'completed')::int, (e.status = 'exited')::int ${own}
        and e.ended_at >= ${from}) d
    group by day order by day`;
}

export type VersionWithPeople = AutomationVersionRow & { inside: number };

export function listVersionsWithPeople(
  scope: WorkspaceScope,
  automationId: string,
): Promise<VersionWithPeople[]> {
  return scope.sql<VersionWithPeople>`
    select v.*, (select count(*)::int from enrolments e where e.workspace_id = ${scope.id}
      and e.automation_id = v.automation_id and e.version_number = v.number and e.status = 'active' and not e.is_test) as inside
    from automation_versions v where v.workspace_id = ${scope.id} and v.automation_id = ${automationId} and v.number > 0
    order by v.number desc`;
}
