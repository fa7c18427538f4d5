import type { automations, automationVersions } from "@/db/schema/automations";
import type { WorkspaceScope } from "@/db/scope";
import type { AutomationStatus } from "@/lib/domain/automations/automation";
import type { Definition } from "@/lib/domain/automations/definition";

export type AutomationRow = typeof automations.$inferSelect;

export type AutomationVersionRow = typeof automationVersions.$inferSelect;

type NewAutomation = {
  id: string;
  name: string;
  description: string;
  draft: Definition;
  document: AutomationRow["document"];
  createdBy: string;
};

export async function insertAutomation(tx: WorkspaceScope, one: NewAutomation): Promise<void> {
  await tx.sql`
    insert into automations (workspace_id, id, name, description, draft, trigger_kind, document, created_by)
    values (${tx.id}, ${one.id}, ${one.name}, ${one.description}, ${tx.json(one.draft)}, ${one.draft.trigger.kind},
      ${one.document ? tx.json(one.document) : null}, ${one.createdBy})`;
}

export async function findAutomation(scope: WorkspaceScope, id: string): Promise<AutomationRow | undefined> {
  const rows = await scope.sql<AutomationRow>`
    select * from automations where workspace_id = ${scope.id} and id = ${id}`;
  return rows[0];
}

/** Held until the transaction ends. */
export async function lockAutomation(tx: WorkspaceScope, id: string): Promise<AutomationRow | undefined> {
  const rows = await tx.sql<AutomationRow>`
    select * from automations where workspace_id = ${tx.id} and id = ${id} for update`;
  return rows[0];
}

type Draft = { name: string; description: string; draft: Definition };

export async function updateDraft(tx: WorkspaceScope, id: string, { name, description, draft }: Draft) {
  await tx.sql`
    update automations set name = ${name}, description = ${description}, draft = ${tx.json(draft)},
      trigger_kind = case when live_number is null then ${draft.trigger.kind} else trigger_kind end,
      version = version + 1, updated_at = now()
    where workspace_id = ${tx.id} and id = ${id}`;
}

export async function updateStatus(tx: WorkspaceScope, id: string, status: AutomationStatus): Promise<void> {
  await tx.sql`
    update automations set status = ${status}, version = version + 1, updated_at = now()
    where workspace_id = ${tx.id} and id = ${id}`;
}

type Publication = {
  automationId: string;
  number: number;
  definition: Definition;
  /** Added to what earlier versions listen to, whose people may still be inside. */
  listens: string[];
  by: string;
  /** Now; nobody who came due before is written to. */
  from: Date;
};

export async function insertVersion(tx: WorkspaceScope, { automationId: id, ...one }: Publication) {
  await tx.sql`
    insert into automation_versions (workspace_id, automation_id, number, definition, published_by, published_at)
    values (${tx.id}, ${id}, ${one.number}, ${tx.json(one.definition)}, ${one.by}, ${one.from})`;
  await tx.sql`
    update automations set status = 'live', live_number = ${one.number}, trigger_kind = ${one.definition.trigger.kind},
      listens = array(select distinct unnest(listens || ${one.listens}::text[])), published_at = ${one.from}, updated_at = now(),
      version = version + 1, live_since = ${one.from},
      swept_until = case when trigger_kind = ${one.definition.trigger.kind} and status = 'live'
        then coalesce(swept_until, ${one.from}) else ${one.from} end
    where workspace_id = ${tx.id} and id = ${id}`;
}

/** After a pause, as after a publish: nobody who came due before comes in. */
export async function goLiveAgain(tx: WorkspaceScope, id: string, at: Date): Promise<void> {
  await tx.sql`
    update automations set live_since = ${at}, swept_until = ${at} where workspace_id = ${tx.id} and id = ${id}`;
}

/** Never back: a pause may have ended while the sweep was under way. */
export async function setSweptUntil(tx: WorkspaceScope, id: string, at: Date): Promise<void> {
  await tx.sql`
    update automations set swept_until = greatest(swept_until, ${at})
    where workspace_id = ${tx.id} and id = ${id}`;
}

/** Names of events that anything live or paused listens to: only these leave the intake for the engine. */
export async function resetListeners(tx: WorkspaceScope): Promise<void> {
  // Two at once would each leave out what the other one adds.
  await tx.sql`select pg_advisory_xact_lock(hashtextextended(${`listeners ${tx.id}`}, 0))`;
  await tx.sql`delete from event_listeners where workspace_id = ${tx.id}`;
  await tx.sql`
    insert into event_listeners (workspace_id, event_name)
    select distinct ${tx.id}::uuid, heard.name from automations a, unnest(a.listens) as heard(name)
    where a.workspace_id = ${tx.id} and a.status in ('live', 'paused')`;
}

export async function deleteAutomation(tx: WorkspaceScope, id: string): Promise<void> {
  await tx.sql`delete from automations where workspace_id = ${tx.id} and id = ${id}`;
}

export type LiveAutomation = {
  id: string;
  status: "live" | "paused";
  number: number;
  definition: Definition;
};

/** Live and paused ones that look at events of this name. */
export async function listListening(scope: WorkspaceScope, eventName: string): Promise<string[]> {
  const rows = await scope.sql<{ id: string }>`
    select id from automations
    where workspace_id = ${scope.id} and status in ('live', 'paused') and listens @> array[${eventName}] order by id`;
  return rows.map(({ id }) => id);
}

/** With the definition that new people follow. */
export async function findLive(scope: WorkspaceScope, id: string): Promise<LiveAutomation | undefined> {
  const rows = await scope.sql<LiveAutomation>`
    select a.id, a.status, v.number, v.definition from automations a
    join automation_versions v on v.workspace_id = a.workspace_id and v.automation_id = a.id and v.number = a.live_number
    where a.workspace_id = ${scope.id} and a.id = ${id} and a.status in ('live', 'paused')`;
  return rows[0];
}

/** Stays as it is until the transaction ends, for whoever takes people in by it; others may do so beside. */
export async function holdLive(tx: WorkspaceScope, id: string): Promise<LiveAutomation | undefined> {
  // By itself: a join that has waited for the lock would pair the new row with the old version, and give nothing.
  await tx.sql`select id from automations where workspace_id = ${tx.id} and id = ${id} for share`;
  return findLive(tx, id);
}

type Versioned = { automationId: string; versionNumber: number };

/** The definitions that some enrolments follow, each read once. */
export async function listVersionsOf(
  scope: WorkspaceScope,
  enrolments: readonly Versioned[],
): Promise<(enrolment: Versioned) => Definition> {
  const wanted = [
    ...new Map(
      enrolments.map(({ automationId, versionNumber }) => [
        `${automationId} ${versionNumber}`,
        { automationId, versionNumber },
      ]),
    ).values(),
  ];
  const rows = await scope.sql<AutomationVersionRow>`
    select v.* from jsonb_to_recordset(${scope.json(wanted)}) as w("automationId" uuid, "versionNumber" int)
    join automation_versions v on v.workspace_id = ${scope.id} and v.automation_id = w."automationId"
      and v.number = w."versionNumber"`;
  const found = new Map(rows.map((row) => [`${row.automationId} ${row.number}`, row.definition]));
  return ({ automationId, versionNumber }) => {
    const definition = found.get(`${automationId} ${versionNumber}`);
    if (!definition) throw new Error("A foreign key keeps the version of every enrolment.");
    return definition;
  };
}

type TestVersion = { automationId: string; version: number; definition: Definition; by: string };

/** A draft as test runs follow it, under the number below zero of the draft's version. Gives that number. */
export async function insertTestVersion(
  tx: WorkspaceScope,
  { automationId, version, definition, by }: TestVersion,
): Promise<number> {
  await tx.sql`
    insert into automation_versions (workspace_id, automation_id, number, definition, published_by)
    values (${tx.id}, ${automationId}, ${-version}, ${tx.json(definition)}, ${by})
    on conflict do nothing`;
  return -version;
}
