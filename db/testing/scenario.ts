import type { Sql } from "@/db/client";
import { WorkspaceScope } from "@/db/scope";
import type { Role } from "@/lib/domain/members/role";
import { hashApiKeySecret, newApiKeySecret } from "@/lib/platform/auth/api-key-secret";
import { encodeSession } from "@/lib/platform/auth/session";
import { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { newId } from "@/lib/platform/ids";

export type Scenario = {
  workspaceId: string;
  slug: string;
  apiKey: string;
  scope: WorkspaceScope;
  /** Acts as an owner. */
  ctx: WorkspaceContext;
};

/** A workspace with an all-powerful API key and an owner's context. */
export async function createScenario(
  sql: Sql,
  overrides: { slug?: string; timeZone?: string } = {},
): Promise<Scenario> {
  const workspaceId = newId();
  const slug = overrides.slug ?? `ws-${workspaceId.slice(-12)}`;
  const apiKey = newApiKeySecret();
  await sql`insert into workspaces (id, slug, name, time_zone) values (${workspaceId}, ${slug}, ${slug}, ${overrides.timeZone ?? "Europe/Istanbul"})`;
  const scope = WorkspaceScope.mint(sql, workspaceId);
  await scope.sql`
    insert into api_keys (workspace_id, id, name, prefix, last4, secret_hash, scopes)
    values (${workspaceId}, ${newId()}, 'test', 'pp_live_', ${apiKey.slice(-4)}, ${hashApiKeySecret(apiKey)}, '{all}')`;
  const actor = { kind: "user", id: newId(), name: "Owner", role: "owner" } as const;
  return { workspaceId, slug, apiKey, scope, ctx: new WorkspaceContext({ scope, actor }) };
}

/** A member with a session: the headers a browser of theirs would send. */
export async function signInMember(
  sql: Sql,
  scenario: Scenario,
  role: Role,
): Promise<Record<string, string>> {
  const userId = newId();
  await sql`insert into users (id, email, name) values (${userId}, ${`${userId}@example.com`}, ${`A ${role}`})`;
  await scenario.scope
    .sql`insert into members (workspace_id, user_id, role) values (${scenario.workspaceId}, ${userId}, ${role})`;
  const token = await encodeSession({ userId, sessionEpoch: 0 });
  return { cookie: `next-auth.session-token=${token}`, "x-workspace-id": scenario.slug };
}
