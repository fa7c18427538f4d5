import { generateKeyPairSync } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET as listProviders } from "@/app/api/v1/providers/route";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario, signInMember } from "@/db/testing/scenario";
import { toWireId } from "@/lib/contracts/wire/ids";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import { closeTransports } from "@/lib/domain/providers/open-transport";
import { call } from "@/lib/platform/testing/call";
import { POST as connect, GET as getFirebase, PATCH } from "./route";
import { POST as sendTest } from "./test/route";

const { privateKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
  publicKeyEncoding: { type: "spki", format: "pem" },
});

const accountOf = (project: string) => ({
  type: "service_account",
  project_id: project,
  private_key_id: "9f3a0123456789abcdef0123456789abcdef1f3c",
  private_key: privateKey,
  client_email: `push@${project}.iam.gserviceaccount.com`,
});

describe("Firebase of a workspace over HTTP", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  let params: { workspace_id: string };
  beforeAll(async () => {
    mine = await createScenario(database.sql);
    await mine.ctx.transaction(createSandboxProviders);
    params = { workspace_id: toWireId("workspace", mine.workspaceId) };
  });
  afterAll(closeTransports);

  it("is nothing before it is connected", async () => {
    expect((await call(getFirebase, mine.apiKey, { params })).status).toBe(404);
    expect((await call(PATCH, mine.apiKey, { params, body: { is_active: true } })).status).toBe(404);
    expect((await call(sendTest, mine.apiKey, { params, body: { token: "t" } })).status).toBe(404);
  });

  it("explains to a bare server key what has become of it, in the caller's language", async () => {
    const body = { project_id: "demo-app", server_key: "XYZ..." };
    const answer = await call(connect, mine.apiKey, { params, body });
    expect(answer).toMatchObject({
      status: 422,
      body: {
        reason: "server_key_retired",
        detail: expect.stringContaining("service-account JSON"),
        errors: [{ pointer: "server_key" }],
      },
    });
    const turkish = await call(connect, mine.apiKey, { params, body, headers: { "accept-language": "tr" } });
    expect(turkish.body.detail).toContain("Hizmet hesapları");
    const nothing = await call(connect, mine.apiKey, { params, body: { project_id: "demo-app" } });
    expect(nothing).toMatchObject({ status: 400, body: { errors: [{ pointer: "service_account" }] } });
    const mismatch = { project_id: "another-app", service_account: accountOf("demo-app") };
    const wrong = await call(connect, mine.apiKey, { params, body: mismatch });
    expect(wrong).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: "project_id", code: "mismatch" }] },
    });
  });

  it("takes the app push channel over when it is connected, once, and reads back masked", async () => {
    const body = { project_id: "demo-app", service_account: accountOf("demo-app") };
    const answers = await Promise.all([1, 2, 3].map(() => call(connect, mine.apiKey, { params, body })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const read = await call(getFirebase, mine.apiKey, { params });
    expect(read).toMatchObject({
      status: 200,
      body: { project_id: "demo-app", private_key: "9f3a••••1f3c", is_active: true, health: "unverified" },
    });
    expect(read.text).not.toContain("BEGIN");
    const active = await call(listProviders, mine.apiKey, {
      query: { channel: "app_push", status: "active" },
    });
    expect(active.body.data).toMatchObject([{ kind: "fcm", id: read.body.id }]);
  });

  it("replaces the credentials and switches off and on", async () => {
    const replaced = await call(PATCH, mine.apiKey, {
      params,
      body: { service_account: JSON.stringify(accountOf("new-app")) },
    });
    expect(replaced.body).toMatchObject({ project_id: "new-app", is_active: true });
    const off = await call(PATCH, mine.apiKey, { params, body: { is_active: false } });
    expect(off.body).toMatchObject({ is_active: false });
    const on = await call(PATCH, mine.apiKey, { params, body: { is_active: true } });
    expect(on.body).toMatchObject({ is_active: true });
    const broken = await call(PATCH, mine.apiKey, { params, body: { service_account: "{" } });
    expect(broken).toMatchObject({ status: 422, body: { reason: "not_json" } });
    expect((await call(getFirebase, mine.apiKey, { params })).body).toMatchObject({ project_id: "new-app" });
  });

  it("answers a test with what Google said, never with a success it did not have", async () => {
    const answer = await call(sendTest, mine.apiKey, { params, body: { token: "device" } });
    expect(answer).toMatchObject({ status: 200, body: { provider_message_id: null, sent_to: "device" } });
    expect(["transient", "auth_or_config"]).toContain(answer.body.outcome);
  });

  it("is for admins to change, for members to see, and for nobody else", async () => {
    const member = await signInMember(database.sql, mine, "member");
    expect((await call(getFirebase, member, { params })).status).toBe(200);
    const stranger = await createScenario(database.sql);
    for (const [handler, body] of [
      [connect, { service_account: {} }],
      [PATCH, { is_active: true }],
      [sendTest, { token: "t" }],
    ] as const) {
      expect((await call(handler, member, { params, body })).status).toBe(403);
      expect((await call(handler, {}, { params, body })).status).toBe(401);
      expect((await call(handler, stranger.apiKey, { params, body })).status).toBe(404);
    }
    expect((await call(getFirebase, stranger.apiKey, { params })).status).toBe(404);
    expect((await call(getFirebase, {}, { params })).status).toBe(401);
  });
});
