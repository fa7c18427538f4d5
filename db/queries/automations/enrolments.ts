import type { Fragment } from "@/db/client";
import type { enrolments } from "@/db/schema/automations";
import type { WorkspaceScope } from "@/db/scope";
import type { EnrolmentStatus, ExitReason } from "@/lib/domain/automations/automation";
import type { Subject } from "@/lib/domain/automations/journey/subject";

export type EnrolmentRow = typeof enrolments.$inferSelect;

export type NewEnrolment = {
  id: string;
  automationId: string;
  versionNumber: number;
  contactId: string;
  entryKey: string;
  subject: Subject;
  dueAt: Date;
  triggeredAt: Date;
  properties: Record<string, unknown>;
  isTest?: boolean;
  skipWaits?: boolean;
};

/** Those that are new: somebody who came in for the same reason before does not come in again. */
export function insertEnrolments(tx: WorkspaceScope, all: NewEnrolment[]): Promise<EnrolmentRow[]> {
  return tx.sql<EnrolmentRow>`
    insert into enrolments (workspace_id, id, automation_id, version_number, contact_id, entry_key, subject, due_at,
      triggered_at, properties, is_test, skip_waits)
    select ${tx.id}, e.id, e."automationId", e."versionNumber", e."contactId", e."entryKey", e.subject, e."dueAt",
      e."triggeredAt", e.properties, coalesce(e."isTest", false), coalesce(e."skipWaits", false)
    from jsonb_to_recordset(${tx.json(all)}) as e(id uuid, "automationId" uuid, "versionNumber" int, "contactId" uuid,
      "entryKey" text, subject jsonb, "dueAt" timestamptz, "triggeredAt" timestamptz, properties jsonb,
      "isTest" boolean, "skipWaits" boolean)
    join contacts c on c.workspace_id = ${tx.id} and c.id = e."contactId" and c.erased_at is null
    on conflict (workspace_id, automation_id, contact_id, entry_key) do nothing
    returning *`;
}

/** The one for this reason, held until the transaction ends. */
export async function lockEnrolmentOf(
  tx: WorkspaceScope,
  { automationId, contactId, entryKey }: Pick<NewEnrolment, "automationId" | "contactId" | "entryKey">,
): Promise<EnrolmentRow | undefined> {
  const rows = await tx.sql<EnrolmentRow>`
    select * from enrolments where workspace_id = ${tx.id} and automation_id = ${automationId}
      and contact_id = ${contactId} and entry_key = ${entryKey} for update`;
  return rows[0];
}

/**
 * One event of a person at a time decides who comes in: two at once would both find nobody inside. Until the transaction
 * ends nobody becomes part of another contact; whoever was becoming one is it by now.
 */
export async function lockPerson(tx: WorkspaceScope, automationId: string, contactId: string): Promise<void> {
  await tx.sql`
    select pg_advisory_xact_lock(hashtextextended(${`enrolment ${automationId} ${contactId}`}, 0)),
      pg_advisory_xact_lock_shared(hashtextextended(${mergeLock(contactId)}, 0))`;
}

const mergeLock = (contactId: string): string => `merge ${contactId}`;

/** Before two become one: nobody takes either of them in, moves them on or out, until the transaction ends. */
export async function lockWays(tx: WorkspaceScope, contactIds: readonly string[]): Promise<void> {
  for (const contactId of contactIds.toSorted())
    await tx.sql`select pg_advisory_xact_lock(hashtextextended(${mergeLock(contactId)}, 0))`;
  await tx.sql`
    select id from enrolments where workspace_id = ${tx.id} and contact_id = any(${[...contactIds]}::uuid[])
    order by id for update`;
}

/** Where a person is inside an automation now, held until the transaction ends; tests are nobody's way. */
export function lockActiveOf(
  tx: WorkspaceScope,
  automationId: string,
  contactId: string,
): Promise<EnrolmentRow[]> {
  return tx.sql<EnrolmentRow>`
    select * from enrolments where workspace_id = ${tx.id} and contact_id = ${contactId}
      and automation_id = ${automationId} and status = 'active' and not is_test order by id for update`;
}

export async function findLastEntry(
  scope: WorkspaceScope,
  automationId: string,
  contactId: string,
): Promise<Date | undefined> {
  const rows = await scope.sql<{ at: Date | null }>`
    select max(triggered_at) as at from enrolments where workspace_id = ${scope.id} and contact_id = ${contactId}
      and automation_id = ${automationId} and not is_test`;
  return rows[0]?.at ?? undefined;
}

export async function lockEnrolment(tx: WorkspaceScope, id: string): Promise<EnrolmentRow | undefined> {
  const rows = await tx.sql<EnrolmentRow>`
    select * from enrolments where workspace_id = ${tx.id} and id = ${id} for update`;
  return rows[0];
}

/** The longest due, of one automation that is live or of the tests, held until the transaction ends; what another process holds is left to it. */
export async function lockDue(tx: WorkspaceScope, now: Date, limit: number): Promise<EnrolmentRow[]> {
  const tests = await tx.sql<EnrolmentRow>`
    select * from enrolments
    where workspace_id = ${tx.id} and is_test and status = 'active' and due_at <= ${now}
    order by due_at limit ${limit} for update skip locked`;
  if (tests.length > 0) return tests;
  const automations = await tx.sql<{ id: string }>`
    select a.id from automations a
    cross join lateral (
      select e.due_at from enrolments e
      where e.workspace_id = ${tx.id} and e.automation_id = a.id and e.status = 'active' and not e.is_test
        and e.due_at <= ${now}
      order by e.due_at limit 1) due
    where a.workspace_id = ${tx.id} and a.status = 'live' order by due.due_at`;
  for (const { id } of automations) {
    const due = await tx.sql<EnrolmentRow>`
      select * from enrolments
      where workspace_id = ${tx.id} and automation_id = ${id} and status = 'active' and not is_test
        and due_at <= ${now}
      order by due_at limit ${limit} for update skip locked`;
    if (due.length > 0) return due;
  }
  return [];
}

/** Of these the ones that are still due, held as by `lockDue`. */
export function lockDueAmong(tx: WorkspaceScope, now: Date, ids: string[]): Promise<EnrolmentRow[]> {
  return tx.sql<EnrolmentRow>`
    select e.* from enrolments e
    join automations a on a.workspace_id = ${tx.id} and a.id = e.automation_id and (a.status = 'live' or e.is_test)
    where e.workspace_id = ${tx.id} and e.id = any(${ids}::uuid[]) and e.status = 'active' and e.due_at <= ${now}
    order by e.due_at for update of e skip locked`;
}

/** The touch of a cart begins the wait again; a late word never shortens it. */
export async function resetTimer(
  tx: WorkspaceScope,
  id: string,
  { dueAt, properties }: { dueAt: Date; properties: Record<string, unknown> },
): Promise<boolean> {
  const rows = await tx.sql`
    update enrolments set due_at = ${dueAt}, properties = ${tx.json(properties)}
    where workspace_id = ${tx.id} and id = ${id} and status = 'active' and step_id is null and due_at < ${dueAt}
    returning id`;
  return rows.length > 0;
}

/** Somebody who had left waits at the trigger again. */
export async function reopenEnrolment(
  tx: WorkspaceScope,
  id: string,
  { dueAt, properties }: { dueAt: Date; properties: Record<string, unknown> },
): Promise<void> {
  await tx.sql`
    update enrolments set status = 'active', exit_reason = null, ended_at = null, step_id = null, due_at = ${dueAt},
      properties = ${tx.json(properties)}
    where workspace_id = ${tx.id} and id = ${id}`;
}

export type EnrolmentChange = {
  id: string;
  status: EnrolmentStatus;
  exitReason: ExitReason | null;
  stepId: string | null;
  dueAt: Date | null;
};

export async function updateEnrolments(tx: WorkspaceScope, changes: EnrolmentChange[]): Promise<void> {
  await tx.sql`
    update enrolments e set status = r.status, exit_reason = r."exitReason", step_id = r."stepId", due_at = r."dueAt",
      ended_at = case when r.status = 'active' then null else now() end
    from jsonb_to_recordset(${tx.json(changes)}) as r(id uuid, status text, "exitReason" text, "stepId" uuid,
      "dueAt" timestamptz)
    where e.workspace_id = ${tx.id} and e.id = r.id`;
}

/** Everybody who is inside, a part at a time; empty when nobody is left. */
export function lockSomeActive(
  tx: WorkspaceScope,
  automationId: string,
  limit: number,
): Promise<EnrolmentRow[]> {
  return tx.sql<EnrolmentRow>`
    select * from enrolments where workspace_id = ${tx.id} and automation_id = ${automationId} and status = 'active'
    order by step_id limit ${limit} for update`;
}

/**
 * Of a visitor and the user whom the visitor turns out to be: the ways of either that the other's say already, because
 * both are or were inside for the same reason, or may come in once only. The visitor's, unless it alone has led to a
 * message. Locked before: what is read here must not change.
 */
export function listOutdone(
  tx: WorkspaceScope,
  { visitor, user }: { visitor: string; user: string },
): Promise<EnrolmentRow[]> {
  const isTold = (id: Fragment) => tx.fragment`exists (select 1 from enrolment_passages p
    where p.workspace_id = ${tx.id} and p.enrolment_id = ${id} and p.outcome = 'sent')`;
  return tx.sql<EnrolmentRow>`
    with pairs as (
      select e.id as visitors, o.id as users, e.status as visitors_status,
        o.status = 'active' and ${isTold(tx.fragment`e.id`)} and not ${isTold(tx.fragment`o.id`)} as is_users_outdone
      from enrolments e
      join automation_versions v on v.workspace_id = ${tx.id} and v.automation_id = e.automation_id
        and v.number = e.version_number
      join enrolments o on o.workspace_id = ${tx.id} and o.contact_id = ${user} and o.automation_id = e.automation_id
        and not o.is_test and (e.status = 'active' or o.status = 'active') and (o.entry_key = e.entry_key
          or (v.definition -> 'trigger' ->> 'kind' = 'event' and ((e.status = 'active' and o.status = 'active')
            or v.definition -> 'reentry' ->> 'kind' = 'once')))
      where e.workspace_id = ${tx.id} and e.contact_id = ${visitor} and not e.is_test)
    select * from enrolments
    where workspace_id = ${tx.id} and contact_id in (${visitor}, ${user}) and id in (
      select users from pairs where is_users_outdone
      union all select visitors from pairs where visitors_status = 'active' and not is_users_outdone)
    order by id`;
}

/** What ended for another way of the same person leaves its reason to that one. */
export async function leaveReason(tx: WorkspaceScope, ids: readonly string[]): Promise<void> {
  await tx.sql`
    update enrolments set entry_key = entry_key || ' merged ' || id
    where workspace_id = ${tx.id} and id = any(${[...ids]}::uuid[])`;
}
