import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario, signInMember } from "@/db/testing/scenario";
import { toWireId } from "@/lib/contracts/wire/ids";
import { call } from "@/lib/platform/testing/call";
import { GET as listContacts, POST as upsertContact } from "../contacts/route";
import { DELETE as revokeApiKey } from "./[api_key_id]/route";
import { POST as createApiKey, GET as listApiKeys } from "./route";

describe("API keys over HTTP", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  let theirs: Scenario;
  let admin: Record<string, string>;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
    theirs = await createScenario(database.sql);
    admin = await signInMember(database.sql, mine, "admin");
  });

  const create = (body: object, who: Record<string, string> | string = admin) =>
    call(createApiKey, who, { body: { name: "Shop", scopes: ["all"], ...body } });

  async function keyWith(scopes: string[]): Promise<string> {
    return String((await create({ scopes })).body.secret);
  }

  it("shows the secret once and keeps only what recognises the key", async () => {
    const created = await create({ name: "Mağaza" });
    const secret = String(created.body.secret);
    expect(created).toMatchObject({ status: 201, body: { status: "active", last4: secret.slice(-4) } });
    expect(secret.startsWith(String(created.body.prefix))).toBe(true);
    expect((await call(listContacts, secret)).status).toBe(200);
    const list = await call(listApiKeys, admin, { query: { q: "mağaza" } });
    expect(list.body.data).toMatchObject([{ name: "Mağaza", creator_name: "A admin" }]);
    const rows = await mine.scope.sql`
      select to_jsonb(k)::text as text from api_keys k where workspace_id = ${mine.workspaceId}
      union all select to_jsonb(a)::text from audit_log a where workspace_id = ${mine.workspaceId}
      union all select to_jsonb(i)::text from idempotency_keys i where workspace_id = ${mine.workspaceId}`;
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(list.text).not.toContain(secret);
  });

  it("gives a repeated request the same key again, and keeps the answer unreadable meanwhile", async () => {
    const headers = { "idempotency-key": "same-key" };
    const body = { name: "repeated", scopes: ["read"] };
    const first = await call(createApiKey, admin, { body, headers });
    const again = await call(createApiKey, admin, { body, headers });
    expect(again.headers.get("idempotent-replayed")).toBe("true");
    expect(again.body).toEqual(first.body);
    const list = await call(listApiKeys, admin, { query: { q: "repeated" } });
    expect(list.body.total).toBe(1);
    const stored = await mine.scope.sql`
      select response_body from idempotency_keys where workspace_id = ${mine.workspaceId}`;
    expect(stored).toHaveLength(1);
    expect(JSON.stringify(stored)).not.toContain(String(first.body.secret));
  });

  it("notes when and from where a key was last used", async () => {
    const created = await create({ name: "used" });
    const headers = { "x-real-ip": "203.0.113.7" };
    await call(listContacts, String(created.body.secret), { headers });
    const list = await call(listApiKeys, admin, { query: { q: "used" } });
    expect(list.body.data).toMatchObject([{ last_used_ip: "203.0.113.7", last_used_at: expect.any(String) }]);
  });

  it("does what its scopes say and no more", async () => {
    const contact = { body: { external_id: "k-1" } };
    const read = await keyWith(["read"]);
    expect((await call(listContacts, read)).status).toBe(200);
    expect((await call(upsertContact, read, contact)).status).toBe(403);
    const narrow = await keyWith(["contacts.read", "contacts.write"]);
    expect((await call(upsertContact, narrow, contact)).status).toBe(201);
    expect((await call(listApiKeys, narrow)).status).toBe(403);
  });

  it("opens its own workspace, which the header may name by id or by slug, and no other", async () => {
    const headersOf = (workspace: string) => ({ headers: { "x-workspace-id": workspace } });
    for (const named of [mine.slug, mine.workspaceId, toWireId("workspace", mine.workspaceId)]) {
      expect((await call(listContacts, mine.apiKey, headersOf(named))).status, named).toBe(200);
    }
    for (const named of [theirs.slug, theirs.workspaceId, "nowhere"])
      expect((await call(listContacts, mine.apiKey, headersOf(named))).status, named).toBe(404);
  });

  it("makes no key that may do more than its maker", async () => {
    const narrow = await keyWith(["api_keys.write", "contacts.read"]);
    expect((await create({ scopes: ["all"] }, narrow)).status).toBe(403);
    expect((await create({ scopes: ["read"] }, narrow)).status).toBe(403);
    expect((await create({ scopes: ["contacts.read", "members.write"] }, narrow)).status).toBe(403);
    expect((await create({ scopes: ["contacts.read"] }, narrow)).status).toBe(201);
    const personal = await create({ scopes: ["workspace.delete"] });
    expect(personal).toMatchObject({ status: 400, body: { errors: [{ pointer: "scopes.0" }] } });
  });

  it("stops a revoked key with the very next request, and an expired one by itself", async () => {
    const created = await create({});
    const secret = String(created.body.secret);
    const params = { api_key_id: String(created.body.id) };
    expect((await call(listContacts, secret)).status).toBe(200);
    expect((await call(revokeApiKey, admin, { params })).status).toBe(204);
    expect((await call(listContacts, secret)).status).toBe(401);
    expect((await call(revokeApiKey, admin, { params })).status).toBe(204);
    const revocations = await mine.scope.sql`
      select 1 from audit_log where workspace_id = ${mine.workspaceId} and action = 'api_key.revoked'`;
    expect(revocations).toHaveLength(1);

    const short = await create({ name: "short", expires_at: new Date(Date.now() + 60_000).toISOString() });
    await mine.scope.sql`
      update api_keys set expires_at = now() - interval '1 second'
      where workspace_id = ${mine.workspaceId} and name = 'short'`;
    expect((await call(listContacts, String(short.body.secret))).status).toBe(401);
    const expired = await call(listApiKeys, admin, { query: { status: "expired" } });
    expect(expired.body).toMatchObject({ total: 1, data: [{ name: "short", status: "expired" }] });
  });

  it("revokes once when two admins press at the same moment", async () => {
    const scenario = await createScenario(database.sql);
    const who = await signInMember(database.sql, scenario, "owner");
    const params = { api_key_id: String((await create({}, who)).body.id) };
    await Promise.all([1, 2, 3].map(() => call(revokeApiKey, who, { params })));
    const revocations = await scenario.scope.sql`
      select 1 from audit_log where workspace_id = ${scenario.workspaceId} and action = 'api_key.revoked'`;
    expect(revocations).toHaveLength(1);
  });

  it("names bad input", async () => {
    const mixed = await create({ scopes: ["all", "contacts.read"] });
    expect(mixed.body.errors).toMatchObject([{ code: "preset_and_list" }]);
    const past = await create({ expires_at: "2020-01-01T00:00:00Z" });
    expect(past.body.errors).toMatchObject([{ pointer: "expires_at", code: "past" }]);
    const bad = await create({ name: " ", scopes: [], colour: "red" });
    const pointers = (bad.body.errors as { pointer: string }[]).map((error) => error.pointer).sort();
    expect(pointers).toEqual(["colour", "name", "scopes"]);
  });

  it("is for owners and admins, and hides foreign keys", async () => {
    for (const role of ["member", "viewer"] as const) {
      const person = await signInMember(database.sql, mine, role);
      expect((await call(listApiKeys, person)).status).toBe(403);
      expect((await create({}, person)).status).toBe(403);
    }
    expect((await call(listApiKeys, {})).status).toBe(401);
    const foreign = await call(createApiKey, theirs.apiKey, { body: { name: "theirs", scopes: ["all"] } });
    for (const api_key_id of [String(foreign.body.id), "key_0199aa5c3f7e7c1a8a3d5b9c2e4f6a10"]) {
      expect((await call(revokeApiKey, admin, { params: { api_key_id } })).status).toBe(404);
    }
    expect((await call(listContacts, String(foreign.body.secret))).status).toBe(200);
  });
});
