import { generateKeyPairSync } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario, signInMember } from "@/db/testing/scenario";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import { newId } from "@/lib/platform/ids";
import { call } from "@/lib/platform/testing/call";
import { POST as activate } from "./[provider_id]/activate/route";
import { POST as archive } from "./[provider_id]/archive/route";
import { POST as deactivate } from "./[provider_id]/deactivate/route";
import { GET as getProvider, PATCH } from "./[provider_id]/route";
import { POST as sendTest } from "./[provider_id]/test/route";
import { POST as verify } from "./[provider_id]/verify/route";
import { POST as createProvider, GET as listProviders } from "./route";

const smtp = { host: "mail.example.com", port: 587, security: "starttls", from_address: "shop@example.com" };

const { privateKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
  publicKeyEncoding: { type: "spki", format: "pem" },
});

const account = {
  type: "service_account",
  project_id: "demo-app",
  private_key_id: "9f3a0123456789abcdef0123456789abcdef1f3c",
  private_key: privateKey,
  client_email: "push@demo-app.iam.gserviceaccount.com",
  token_uri: "https://oauth2.googleapis.com/token",
};

describe("providers over HTTP", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  let theirs: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
    theirs = await createScenario(database.sql);
    await mine.ctx.transaction(createSandboxProviders);
    await theirs.ctx.transaction(createSandboxProviders);
  });

  const create = (body: object, who: Scenario = mine) => call(createProvider, who.apiKey, { body });
  const createSmtp = async (credentials: object = {}) => {
    const answer = await create({ kind: "smtp", name: "Mail", credentials: { ...smtp, ...credentials } });
    expect(answer.status, answer.text).toBe(201);
    return { provider_id: String(answer.body.id) };
  };
  const activeOf = async (channel: string) => {
    const { body } = await call(listProviders, mine.apiKey, { query: { channel, status: "active" } });
    return (body.data as { id: string; name: string }[]).map(({ id }) => id);
  };

  it("gives a new workspace one active sandbox on every channel", async () => {
    const { body } = await call(listProviders, theirs.apiKey, { query: { limit: "100" } });
    const rows = body.data as Record<string, unknown>[];
    expect(rows.map((row) => row.channel).sort()).toEqual([
      "app_push",
      "email",
      "in_app",
      "sms",
      "telegram",
      "web_push",
      "whatsapp",
    ]);
    expect(
      rows.every((row) => row.is_sandbox && row.status === "active" && row.health === "unverified"),
    ).toBe(true);
  });

  it("connects without sending anything through it, and shows only masks", async () => {
    const answer = await create({ kind: "fcm", name: "App", credentials: { service_account_json: account } });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      channel: "app_push",
      status: "inactive",
      health: "unverified",
      rate_per_second: 10_000,
      credential_hints: {
        project_id: "demo-app",
        client_email: account.client_email,
        private_key: "9f3a••••1f3c",
      },
    });
    expect(answer.text).not.toContain("BEGIN");
  });

  it("makes the VAPID pair itself, and says only its public half", async () => {
    const answer = await create({ kind: "web_push", name: "Web", credentials: { subject: "mailto:a@b.co" } });
    expect(answer.body.credential_hints).toMatchObject({
      subject: "mailto:a@b.co",
      vapid_public_key: expect.stringMatching(/^[\w-]{87}$/),
      vapid_private_key: expect.stringMatching(/^[\w-]{4}••••[\w-]{4}$/),
    });
  });

  it.each([
    ["a bare server key", "AAAAabcdefg:APA91b".padEnd(160, "x"), "server_key_retired", "server key"],
    ["something that is not JSON", "hello", "not_json", "not JSON"],
    ["another Firebase file", { project_info: {} }, "not_service_account", "service_account"],
    ["a file without its project", { ...account, project_id: undefined }, "field_missing", "project_id"],
    [
      "a key that was cut short",
      { ...account, private_key: "-----BEGIN" },
      "private_key_invalid",
      "private_key",
    ],
    [
      "a foreign token address",
      { ...account, token_uri: "http://10.0.0.1/" },
      "token_uri_foreign",
      "token_uri",
    ],
  ])("refuses %s and says what to do", async (_, file, reason, word) => {
    const answer = await create({ kind: "fcm", name: "App", credentials: { service_account_json: file } });
    expect(answer).toMatchObject({ status: 422, body: { reason, detail: expect.stringContaining(word) } });
    expect(answer.body.errors).toMatchObject([{ pointer: "credentials.service_account_json", code: reason }]);
  });

  it("names every wrong field", async () => {
    const pointersOf = (answer: { body: Record<string, unknown> }) =>
      (answer.body.errors as { pointer: string }[]).map(({ pointer }) => pointer).sort();
    const shape = await create({ kind: "smtp", name: "", credentials: { ...smtp, port: 0, colour: "red" } });
    expect(shape.status).toBe(400);
    expect(pointersOf(shape)).toEqual(["credentials.colour", "credentials.port", "name"]);
    const meaning = await create({
      kind: "smtp",
      name: "M",
      credentials: { ...smtp, dkim_private_key: "x" },
    });
    expect(meaning.status).toBe(422);
    expect(pointersOf(meaning)).toEqual(["credentials.dkim_private_key"]);
    const pair = { vapid_public_key: "AAAA", vapid_private_key: "BBBB", subject: "mailto:a@b.co" };
    const keys = await create({ kind: "web_push", name: "W", credentials: pair });
    expect(keys.status).toBe(422);
    expect(pointersOf(keys)).toEqual(["credentials.vapid_private_key"]);
    expect((await create({ kind: "sandbox", name: "S", credentials: {} })).status).toBe(400);
  });

  it("keeps what is not replaced, and takes a new server only with its password", async () => {
    const params = await createSmtp({ user: "shop", password: "correct horse" });
    const renamed = await call(PATCH, mine.apiKey, { params, body: { name: "New", rate_per_second: 5 } });
    expect(renamed.body).toMatchObject({ name: "New", rate_per_second: 5 });
    const sender = await call(PATCH, mine.apiKey, { params, body: { credentials: { from_name: "Shop" } } });
    expect(sender.body.credential_hints).toMatchObject({
      from_name: "Shop",
      user: "shop",
      password: "••••••••",
    });
    const stolen = await call(PATCH, mine.apiKey, {
      params,
      body: { credentials: { host: "evil.example" } },
    });
    expect(stolen).toMatchObject({ status: 422, body: { reason: "password_required" } });
    const moved = { host: "mail2.example.com", password: "battery staple", from_name: null };
    const answer = await call(PATCH, mine.apiKey, { params, body: { credentials: moved } });
    expect(answer.body.credential_hints).toMatchObject({ host: "mail2.example.com" });
    expect(answer.body.credential_hints).not.toHaveProperty("from_name");
  });

  it("leaves exactly one active however many are activated at once", async () => {
    const candidates = await Promise.all(Array.from({ length: 6 }, () => createSmtp()));
    const answers = await Promise.all(candidates.map((params) => call(activate, mine.apiKey, { params })));
    expect(answers.map(({ status }) => status)).toEqual(candidates.map(() => 200));
    const active = await activeOf("email");
    expect(active).toHaveLength(1);
    expect(candidates.map(({ provider_id }) => provider_id)).toContain(active[0]);
  });

  it("archives only what nothing depends on", async () => {
    const params = await createSmtp();
    await call(activate, mine.apiKey, { params });
    expect(await call(archive, mine.apiKey, { params })).toMatchObject({
      status: 409,
      body: { reason: "provider_active" },
    });
    expect((await call(deactivate, mine.apiKey, { params })).body).toMatchObject({ status: "inactive" });
    expect(await activeOf("email")).toEqual([]);
    const { body } = await call(getProvider, mine.apiKey, { params });
    await openRun(mine, String(body.id));
    expect(await call(archive, mine.apiKey, { params })).toMatchObject({
      status: 409,
      body: { reason: "provider_in_use" },
    });
    await mine.scope.sql`update runs set ended_at = now() where workspace_id = ${mine.workspaceId}`;
    expect((await call(archive, mine.apiKey, { params })).body.archived_at).toEqual(expect.any(String));
    expect(await call(activate, mine.apiKey, { params })).toMatchObject({
      status: 409,
      body: { reason: "provider_archived" },
    });
    expect(await call(PATCH, mine.apiKey, { params, body: { name: "x" } })).toMatchObject({ status: 409 });
    const listed = await call(listProviders, mine.apiKey, { query: { archived: "true" } });
    expect((listed.body.data as { id: string }[]).map(({ id }) => id)).toContain(params.provider_id);
  });

  it("never archives the sandbox or gives it credentials", async () => {
    const { body } = await call(listProviders, mine.apiKey, { query: { kind: "sandbox", channel: "sms" } });
    const params = { provider_id: String((body.data as { id: string }[])[0]?.id) };
    expect(await call(archive, mine.apiKey, { params })).toMatchObject({
      status: 409,
      body: { reason: "sandbox_stays" },
    });
    const change = await call(PATCH, mine.apiKey, { params, body: { credentials: { host: "x" } } });
    expect(change).toMatchObject({ status: 409, body: { reason: "sandbox_has_no_credentials" } });
  });

  const every = [
    [getProvider, {}],
    [PATCH, { body: { name: "x" } }],
    [archive, { body: {} }],
    [activate, { body: {} }],
    [deactivate, { body: {} }],
    [verify, { body: {} }],
    [sendTest, { body: { to: "a@b.co" } }],
  ] as const;

  it("answers another workspace's provider exactly like one that does not exist", async () => {
    const { body } = await call(listProviders, theirs.apiKey, { query: { channel: "email" } });
    const foreign = { provider_id: String((body.data as { id: string }[])[0]?.id) };
    const invented = { provider_id: "prv_0199aa5c3f7e7c1a8a3d5b9c2e4f6a10" };
    const withoutId = (text: string) => text.replace(/"instance":"[^"]+"/, "");
    for (const [handler, options] of every) {
      const a = await call(handler, mine.apiKey, { params: foreign, ...options });
      const b = await call(handler, mine.apiKey, { params: invented, ...options });
      expect(a.status).toBe(404);
      expect(withoutId(a.text)).toBe(withoutId(b.text));
    }
  });

  it("lets members look and only admins change; strangers get nothing", async () => {
    const params = await createSmtp();
    const member = await signInMember(database.sql, mine, "member");
    expect((await call(listProviders, member)).status).toBe(200);
    for (const [handler, options] of every) {
      const answer = await call(handler, member, { params, ...options });
      expect(answer.status).toBe(handler === getProvider ? 200 : 403);
      expect((await call(handler, {}, { params, ...options })).status).toBe(401);
    }
    expect((await call(createProvider, member, { body: {} })).status).toBe(403);
    expect((await call(createProvider, {}, { body: {} })).status).toBe(401);
    const admin = await signInMember(database.sql, mine, "admin");
    expect((await call(PATCH, admin, { params, body: { name: "Admin's" } })).status).toBe(200);
  });
});

async function openRun({ scope, workspaceId }: Scenario, wireId: string): Promise<void> {
  const providerId = wireId.slice(4).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  await scope.sql`
    insert into runs (workspace_id, id, kind, status, channel, category, provider_id, contents, send_at)
    values (${workspaceId}, ${newId()}, 'test', 'sending', 'email', 'transactional', ${providerId}, '[]', now())`;
}
