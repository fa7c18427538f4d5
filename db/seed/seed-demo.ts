import type { Sql } from "@/db/client";
import { WorkspaceScope } from "@/db/scope";
import { prepareContact } from "@/lib/domain/contacts/saving/prepare-contact";
import { saveContacts } from "@/lib/domain/contacts/saving/save-contacts";
import { recomputePerformance } from "@/lib/domain/coupons/performance/recompute-performance";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import { hashApiKeySecret } from "@/lib/platform/auth/api-key-secret";
import { hashPassword } from "@/lib/platform/auth/password";
import { type TransactionContext, WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { insertDemoAutomations } from "./automations/insert-demo-automations";
import { insertDemoCampaigns } from "./campaigns/insert-demo-campaigns";
import { insertDemoCoupons } from "./coupons/insert-demo-coupons";
import { demoContacts, joinedAt } from "./demo-contacts";
import type { DemoCredentials } from "./demo-credentials";
import {
  type DemoPerson,
  type DemoWorkspace,
  demoKeyId,
  demoPeople,
  demoWorkspaces,
} from "./demo-workspaces";

type Options = { credentials: DemoCredentials; now: Date };

export type SeededDemo = {
  /** The workspace of the API key. */
  workspaceId: string;
};

/**
 * Makes what is missing of the demo, each workspace as a whole, and lets these credentials open it. A database in
 * which other people have accounts and that has no demo stays as it is.
 */
export async function seedDemo(sql: Sql, { credentials, now }: Options): Promise<SeededDemo | undefined> {
  if (!(await mayHoldDemo(sql))) return undefined;
  const hashes = await Promise.all(credentials.logins.map((login) => hashPassword(login.password)));
  const people = demoPeople.map((person, index) => ({ ...person, passwordHash: hashes[index] ?? "" }));
  for (const workspace of demoWorkspaces) await seedWorkspace(sql, { workspace, people, now });
  const [first] = demoWorkspaces;
  if (!first) return undefined;
  await putApiKey(WorkspaceScope.mint(sql, first.id), credentials.apiKey);
  return { workspaceId: first.id };
}

async function mayHoldDemo(sql: Sql): Promise<boolean> {
  const known = demoPeople.map((person) => person.id);
  const [row] = await sql<{ demo: boolean; others: boolean }[]>`
    select exists (select 1 from users where id = any(${known})) as demo,
      exists (select 1 from users where not id = any(${known})) as others`;
  return row !== undefined && (row.demo || !row.others);
}

type Seed = { workspace: DemoWorkspace; people: (DemoPerson & { passwordHash: string })[]; now: Date };

async function seedWorkspace(sql: Sql, { workspace, people, now }: Seed): Promise<void> {
  const actor = { kind: "system", id: "demo", name: "Demo" } as const;
  const ctx = new WorkspaceContext({ scope: WorkspaceScope.mint(sql, workspace.id), actor });
  const isNew = await ctx.transaction(async (tx) => {
    const [made] = await tx.scope.sql`
      insert into workspaces (id, slug, name, locale, time_zone, is_demo)
      values (${workspace.id}, ${workspace.slug}, ${workspace.name}, ${workspace.locale}, ${workspace.timeZone}, true)
      on conflict (id) do nothing returning id`;
    for (const person of people) await putMember(tx.scope, person, workspace);
    if (made) await fillWorkspace(tx, workspace, now);
    return made !== undefined;
  });
  if (!isNew) return;
  // What the planner knows may be of the time before the commit: empty tables.
  await ctx.scope.sql`analyze contacts, deliveries, orders`;
  await recomputePerformance(ctx);
}

async function putMember(
  tx: WorkspaceScope,
  person: Seed["people"][number],
  workspace: DemoWorkspace,
): Promise<void> {
  await tx.sql`
    insert into users (id, email, name, password_hash, locale, time_zone)
    values (${person.id}, ${person.email}, ${person.name}, ${person.passwordHash}, ${person.locale},
      ${workspace.timeZone})
    on conflict (id) do nothing`;
  await tx.sql`
    insert into members (workspace_id, user_id, role) values (${tx.id}, ${person.id}, ${person.role})
    on conflict (workspace_id, user_id) do nothing`;
}

async function fillWorkspace(tx: TransactionContext, workspace: DemoWorkspace, now: Date): Promise<void> {
  await createSandboxProviders(tx);
  const prepared = demoContacts(workspace, now).flatMap((input) => {
    const contact = prepareContact(input);
    return "errors" in contact ? [] : [contact];
  });
  const { ids } = await saveContacts(tx.scope, prepared, { now });
  await backdateContacts(tx.scope, ids, now);
  await insertDemoAutomations(tx.scope, workspace, { contactIds: ids, now });
  await insertDemoCampaigns(tx.scope, workspace, now);
  await insertDemoCoupons(tx.scope, workspace, { contactIds: ids, now });
}

/** They came one after another, in the order of their ids, and not all in the moment of the seed. */
async function backdateContacts(scope: WorkspaceScope, ids: string[], now: Date): Promise<void> {
  const joined = ids.map((_, n) => joinedAt(n, now).toISOString());
  await scope.sql`
    update contacts c set created_at = d.at, updated_at = d.at
    from unnest(${ids}::uuid[], ${joined}::timestamptz[]) as d (id, at)
    where c.workspace_id = ${scope.id} and c.id = d.id`;
}

async function putApiKey(scope: WorkspaceScope, secret: string): Promise<void> {
  const hash = hashApiKeySecret(secret);
  await scope.sql`
    insert into api_keys (workspace_id, id, name, prefix, last4, secret_hash, scopes)
    values (${scope.id}, ${demoKeyId}, 'Demo', ${secret.slice(0, 12)}, ${secret.slice(-4)}, ${hash}, '{all}')
    on conflict (workspace_id, id) do update
    set secret_hash = excluded.secret_hash, prefix = excluded.prefix, last4 = excluded.last4`;
}
