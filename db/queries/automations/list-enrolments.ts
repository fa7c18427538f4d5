import { byAge, pageOf } from "@/db/keyset";
import type { WorkspaceScope } from "@/db/scope";
import type { EnrolmentStatus, ExitReason, PassageOutcome } from "@/lib/domain/automations/automation";
import type { PageRequest } from "@/lib/platform/paging";
import { matchesSearch } from "../contacts/search-contacts";
import type { EnrolmentRow } from "./enrolments";

export type EnrolmentFilter = {
  automationId?: string | undefined;
  contactId?: string | undefined;
  status?: EnrolmentStatus[] | undefined;
  stepId?: string | undefined;
  exitReason?: ExitReason[] | undefined;
  q?: string | undefined;
};

export type ListedEnrolment = EnrolmentRow & {
  automationName: string;
  externalId: string | null;
  firstName: string;
  lastName: string;
};

export const newestFirst = byAge("e.id")["-created_at"];

export function listEnrolments(
  scope: WorkspaceScope,
  filter: EnrolmentFilter,
  page: PageRequest,
): Promise<ListedEnrolment[]> {
  const where = scope.fragment;
  return scope.sql<ListedEnrolment>`
    ${listed(scope)} where e.workspace_id = ${scope.id} and ${scope.all([
      filter.automationId && where`e.automation_id = ${filter.automationId}`,
      filter.contactId && where`e.contact_id = ${filter.contactId}`,
      filter.status && where`e.status = any(${filter.status})`,
      filter.stepId && where`e.step_id = ${filter.stepId} and e.status = 'active'`,
      filter.exitReason && where`e.exit_reason = any(${filter.exitReason})`,
      filter.q && matchesSearch(scope, filter.q),
    ])} ${pageOf(scope, newestFirst, page)}`;
}

export async function findEnrolment(
  scope: WorkspaceScope,
  automationId: string,
  id: string,
): Promise<ListedEnrolment | undefined> {
  const rows = await scope.sql<ListedEnrolment>`
    ${listed(scope)} where e.workspace_id = ${scope.id} and e.automation_id = ${automationId} and e.id = ${id}`;
  return rows[0];
}

const listed = (scope: WorkspaceScope) => scope.fragment`
  select e.*, a.name as automation_name, c.external_id, c.first_name, c.last_name
  from enrolments e
  join automations a on a.workspace_id = ${scope.id} and a.id = e.automation_id
  join contacts c on c.workspace_id = ${scope.id} and c.id = e.contact_id`;

export type PassageRow = {
  at: Date;
  stepId: string | null;
  outcome: PassageOutcome;
  reason: string | null;
  detail: Record<string, unknown>;
  runId: string | null;
};

export function listPassages(scope: WorkspaceScope, enrolmentId: string): Promise<PassageRow[]> {
  return scope.sql<PassageRow>`
    select at, step_id, outcome, reason, detail, run_id from enrolment_passages
    where workspace_id = ${scope.id} and enrolment_id = ${enrolmentId} order by position`;
}
