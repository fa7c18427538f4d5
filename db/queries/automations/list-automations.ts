import { byAge, type Order, pageOf } from "@/db/keyset";
import { matchesFolded } from "@/db/matches-folded";
import type { WorkspaceScope } from "@/db/scope";
import type { AutomationStatus } from "@/lib/domain/automations/automation";
import type { Definition, Trigger } from "@/lib/domain/automations/definition";
import type { PageRequest } from "@/lib/platform/paging";
import type { AutomationRow } from "./automations";

export type AutomationListFilter = {
  q?: string | undefined;
  status?: AutomationStatus[] | undefined;
  triggerKind?: Trigger["kind"][] | undefined;
};

export type AutomationWithFigures = AutomationRow & {
  live: Definition | null;
  hasUnpublishedChanges: boolean;
  inside: number;
  entered: number;
  completed: number;
  exited: number;
};

export const automationSorts = ["-created_at", "created_at", "name", "-name"] as const;

const byName = [
  ["a.name", "name"],
  ["a.id", "id"],
] as const;

export const automationOrders: Record<(typeof automationSorts)[number], Order<"name" | "id">> = {
  ...byAge("a.id"),
  name: { direction: "asc", keys: byName },
  "-name": { direction: "desc", keys: byName },
};

/** Figures come from totals that are kept as people pass, and from the index of those who are inside. */
const withFigures = (scope: WorkspaceScope) => scope.fragment`
  select a.*, v.definition as live, coalesce(v.definition <> a.draft, true) as has_unpublished_changes,
    (select count(*)::int from enrolments e where e.workspace_id = ${scope.id} and e.automation_id = a.id
      and e.status = 'active' and not e.is_test) as inside, t.*
  from automations a
  left join automation_versions v on v.workspace_id = ${scope.id} and v.automation_id = a.id and v.number = a.live_number
  cross join lateral (
    select coalesce(sum(people) filter (where outcome = 'entered'), 0)::int as entered,
      coalesce(sum(people) filter (where outcome = 'completed'), 0)::int as completed,
      coalesce(sum(people) filter (where outcome = 'exited'), 0)::int as exited
    from automation_totals where workspace_id = ${scope.id} and automation_id = a.id) t`;

export function listAutomations(
  scope: WorkspaceScope,
  filter: AutomationListFilter,
  order: Order,
  page: PageRequest,
): Promise<AutomationWithFigures[]> {
  return scope.sql<AutomationWithFigures>`
    ${withFigures(scope)}
    where a.workspace_id = ${scope.id} and ${conditions(scope, filter)} ${pageOf(scope, order, page)}`;
}

export async function countAutomations(scope: WorkspaceScope, filter: AutomationListFilter): Promise<number> {
  const rows = await scope.sql<{ count: number }>`
    select count(*)::int as count from automations a where a.workspace_id = ${scope.id} and ${conditions(scope, filter)}`;
  return rows[0]?.count ?? 0;
}

export async function findAutomationWithFigures(
  scope: WorkspaceScope,
  id: string,
): Promise<AutomationWithFigures | undefined> {
  const rows = await scope.sql<AutomationWithFigures>`
    ${withFigures(scope)} where a.workspace_id = ${scope.id} and a.id = ${id}`;
  return rows[0];
}

function conditions(scope: WorkspaceScope, { q, status, triggerKind }: AutomationListFilter) {
  const where = scope.fragment;
  return scope.all([
    status && where`a.status = any(${status})`,
    triggerKind && where`a.trigger_kind = any(${triggerKind})`,
    q && matchesFolded(scope, ["a.name", "a.description"], q),
  ]);
}
