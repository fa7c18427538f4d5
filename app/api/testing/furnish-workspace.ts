import type { Sql } from "@/db/client";
import { createScenario, type Scenario, signInMember } from "@/db/testing/scenario";
import { type IdKind, toWireId, toWireNotificationId } from "@/lib/contracts/wire/ids";
import { emptyDefinition } from "@/lib/domain/automations/definition";
import { slugOf } from "@/lib/domain/workspaces/workspace";
import { newId } from "@/lib/platform/ids";
import { snakeCase } from "@/lib/platform/snake-case";
import { couponInserts, insertCode } from "./furnish-coupons";

export type FurnishedWorkspace = {
  scenario: Scenario;
  /** By the name of a path parameter. */
  ids: Record<string, string>;
};

/** A workspace with one row of every kind that an address can name; `words` stand in all of them. */
export async function furnishWorkspace(sql: Sql, words: string): Promise<FurnishedWorkspace> {
  const scenario = await createScenario(sql, { slug: slugOf(words) });
  const { scope, workspaceId } = scenario;
  await signInMember(sql, scenario, "member");
  const [member] = await scope.sql<{ userId: string }>`
    select user_id from members where workspace_id = ${workspaceId}`;
  const userId = member?.userId ?? "";
  const ids: Record<string, string> = {
    workspace_id: toWireId("workspace", workspaceId),
    user_id: toWireId("user", userId),
  };
  for (const [kind, insert] of inserts(scenario, userId, words)) {
    const id = newId();
    await insert(id);
    ids[`${snakeCase(kind)}_id`] = toWireId(kind, id);
  }
  ids.notification_id = await insertNotification(scenario);
  ids.code = await insertCode(scope, words);
  return { scenario, ids };
}

async function insertNotification({ scope, workspaceId }: Scenario): Promise<string> {
  const runId = newId();
  await scope.sql`
    insert into runs (workspace_id, id, kind, status, channel, category, contents, send_at)
    values (${workspaceId}, ${runId}, 'campaign', 'finished', 'web_push', 'marketing', '[]', now())`;
  const [contact] = await scope.sql<{ contactId: string }>`
    insert into notifications (workspace_id, run_id, contact_id)
    select workspace_id, ${runId}, id from contacts where workspace_id = ${workspaceId}
    returning contact_id`;
  return toWireNotificationId({ runId, contactId: contact?.contactId ?? "" });
}

type Insert = [IdKind, (id: string) => Promise<unknown>];

const inserts = ({ scope, workspaceId }: Scenario, userId: string, words: string): Insert[] => [
  [
    "contact",
    (id) => scope.sql`
      insert into contacts (workspace_id, id, external_id, first_name, attributes, tags)
      values (${workspaceId}, ${id}, ${words}, ${words}, '{}', '{}')`,
  ],
  [
    "event",
    (id) => scope.sql`
      insert into events (workspace_id, id, name, contact_id, occurred_at, source, properties)
      select workspace_id, ${id}, 'seen', id, now(), 'api', jsonb_build_object('words', ${words}::text)
      from contacts where workspace_id = ${workspaceId}`,
  ],
  [
    "subscription",
    (id) => scope.sql`
      insert into subscriptions (workspace_id, id, contact_id, channel, address, address_key)
      select workspace_id, ${id}, id, 'telegram', ${words}, ${words} from contacts where workspace_id = ${workspaceId}`,
  ],
  [
    "template",
    (id) => scope.sql`
      insert into templates (workspace_id, id, name, channel, category, contents)
      values (${workspaceId}, ${id}, ${words}, 'web_push', 'general', '[]')`,
  ],
  [
    "campaign",
    (id) => scope.sql`
      insert into campaigns (workspace_id, id, name, channel, audience, contents, created_by)
      values (${workspaceId}, ${id}, ${words}, 'web_push', '{"and": []}', '[]', ${words})`,
  ],
  [
    "provider",
    (id) => scope.sql`
      insert into providers (workspace_id, id, channel, kind, name, credentials, credential_hints, rate_per_second)
      values (${workspaceId}, ${id}, 'sms', 'sandbox', ${words}, 'x', '{}', 10)`,
  ],
  [
    "invite",
    (id) => scope.sql`
      insert into invites (workspace_id, id, email, role, token_hash, invited_by, expires_at)
      values (${workspaceId}, ${id}, ${`${words}@example.com`}, 'member', ${words}, ${userId},
        now() + interval '1 day')`,
  ],
  [
    "apiKey",
    (id) => scope.sql`
      insert into api_keys (workspace_id, id, name, prefix, last4, secret_hash, scopes)
      values (${workspaceId}, ${id}, ${words}, 'pp_live_', '0000', ${words}, '{all}')`,
  ],
  [
    "automation",
    async (id) => {
      await scope.sql`
        insert into automations (workspace_id, id, name, draft, live_number, trigger_kind, created_by)
        values (${workspaceId}, ${id}, ${words}, ${scope.json(emptyDefinition)}, 1, 'event', ${words})`;
      await scope.sql`
        insert into automation_versions (workspace_id, automation_id, number, definition, published_by)
        values (${workspaceId}, ${id}, 1, ${scope.json(emptyDefinition)}, ${words})`;
    },
  ],
  [
    "enrolment",
    (id) => scope.sql`
      insert into enrolments (workspace_id, id, automation_id, version_number, contact_id, entry_key, subject, triggered_at,
        properties)
      select ${workspaceId}, ${id}, a.id, 1, c.id, ${words}, '{"kind":"event"}', now(), '{}'
      from automations a, contacts c where a.workspace_id = ${workspaceId} and c.workspace_id = ${workspaceId}`,
  ],
  [
    "test",
    (id) => scope.sql`
      insert into automation_tests (workspace_id, automation_id, id, name, scenario)
      select ${workspaceId}, a.id, ${id}, ${words}, '{}' from automations a where a.workspace_id = ${workspaceId}`,
  ],
  [
    "job",
    (id) => scope.sql`
      insert into jobs (workspace_id, id, kind, status, title, params, created_by)
      values (${workspaceId}, ${id}, 'contact_import', 'running', ${words}, '{}', ${words})`,
  ],
  [
    "workflowRun",
    (id) => scope.sql`
      insert into workflow.runs (id, function_id, event_id, event, status, ended_at, workspace_id)
      values (${id}, 'pushpilot-run-job', ${words}, json_build_object('id', ${words}::text, 'name', ${words}::text),
        'completed', now(), ${workspaceId})`,
  ],
  ...couponInserts(scope, words),
];

/** Everything in it, table by table. */
export async function readEverything({
  scenario: { scope },
}: FurnishedWorkspace): Promise<Record<string, unknown[]>> {
  const tables = await scope.sql<{ name: string }>`
    select c.relname as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    order by c.relname`;
  const rows: Record<string, unknown[]> = {};
  for (const { name } of tables) {
    rows[name] = await scope.sql`
      select to_jsonb(t)::text as row from ${scope.name(name)} t
      where workspace_id = ${scope.id} order by to_jsonb(t)::text`;
  }
  return rows;
}
