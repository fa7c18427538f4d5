import { generateKeyPairSync, randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { SystemScope } from "@/db/scope";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { closeTransports, openTransport } from "@/lib/domain/providers/open-transport";
import { provideEnv } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { call } from "@/lib/platform/testing/call";
import { generateVapidKeys } from "@/lib/providers/web-push/vapid";
import { POST as activate } from "./[provider_id]/activate/route";
import { GET as getProvider, PATCH } from "./[provider_id]/route";
import { POST as sendTest } from "./[provider_id]/test/route";
import { POST as verify } from "./[provider_id]/verify/route";
import { POST as createProvider, GET as listProviders } from "./route";

const canary = () => `canary-${randomBytes(12).toString("hex")}`;
const pem = () =>
  generateKeyPairSync("rsa", {
    modulusLength: 2048,
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  }).privateKey;

/** A piece of a PEM file without its line breaks, as it would show in any encoding of the text. */
const pieceOf = (file: string) => file.split("\n")[5] ?? "";

describe("what a provider is configured with", () => {
  const database = useTestDatabase();
  let scenario: Scenario;
  const seen: string[] = [];
  const password = canary();
  const nextPassword = canary();
  const dkimPrivateKey = pem();
  const accountKey = pem();
  const vapid = generateVapidKeys();
  const planted = [
    password,
    nextPassword,
    pieceOf(dkimPrivateKey),
    pieceOf(accountKey),
    vapid.vapidPrivateKey,
  ];

  beforeAll(async () => {
    provideEnv({ PUSHPILOT_PRIVATE_MAIL_SERVERS: "true" });
    scenario = await createScenario(database.sql);
    provideEnv({ PUSHPILOT_LOG: "debug" });
    for (const stream of [process.stdout, process.stderr]) {
      vi.spyOn(stream, "write").mockImplementation((chunk) => seen.push(String(chunk)) > 0);
    }
    await liveThrough();
    log.info("secrets.end");
    await vi.waitFor(() => expect(seen.join("")).toContain("secrets.end"));
  });
  afterAll(async () => {
    vi.restoreAllMocks();
    provideEnv({ PUSHPILOT_LOG: "silent" });
    await closeTransports();
  });

  const keep = async (answer: ReturnType<typeof call>) => {
    const { body, text } = await answer;
    seen.push(text);
    return body;
  };

  async function liveThrough() {
    const server = { host: "127.0.0.1", port: 9, security: "none", from_address: "a@example.com", user: "u" };
    const secrets = {
      dkim_domain: "example.com",
      dkim_selector: "s",
      dkim_private_key: dkimPrivateKey,
      password,
    };
    const account = {
      type: "service_account",
      project_id: "demo-app",
      client_email: "a@demo-app.iam.gserviceaccount.com",
      private_key: accountKey,
    };
    const pair = { vapid_public_key: vapid.vapidPublicKey, vapid_private_key: vapid.vapidPrivateKey };
    const bodies = [
      { kind: "smtp", name: "Mail", credentials: { ...server, ...secrets } },
      { kind: "fcm", name: "App", credentials: { service_account_json: account } },
      { kind: "web_push", name: "Web", credentials: { subject: "mailto:a@example.com", ...pair } },
    ];
    for (const body of bodies) {
      const headers = { "idempotency-key": canary() };
      const { id } = await keep(call(createProvider, scenario.apiKey, { body, headers }));
      const params = { provider_id: String(id) };
      await keep(call(getProvider, scenario.apiKey, { params }));
      await keep(call(activate, scenario.apiKey, { params, body: {} }));
      if (body.kind !== "smtp") continue;
      await keep(call(PATCH, scenario.apiKey, { params, body: { credentials: { password: nextPassword } } }));
      await keep(call(verify, scenario.apiKey, { params, body: {} }));
      await keep(call(sendTest, scenario.apiKey, { params, body: { to: "b@example.com" } }));
      const moved = { credentials: { host: "127.0.0.2", dkim_private_key: "broken" } };
      await keep(call(PATCH, scenario.apiKey, { params, body: moved }));
    }
    await keep(call(listProviders, scenario.apiKey));
    await keep(
      call(createProvider, scenario.apiKey, { body: { ...bodies[0], colour: password.slice(0, 3) } }),
    );
  }

  test("never shows in an answer or in the log", () => {
    const everything = seen.join("\n");
    expect(everything).toContain("credential_hints");
    for (const secret of planted) expect(everything).not.toContain(secret);
  });

  test("never lies readable in any table, the audit log and stored answers included", async () => {
    const system = SystemScope.mint(database.sql);
    const tables = await system.sql<{ name: string }>`
      select c.relname as name from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`;
    let rowCount = 0;
    for (const { name } of tables) {
      const rows = await system.sql<{
        row: string;
      }>`select to_jsonb(t)::text as row from ${system.name(name)} t`;
      rowCount += rows.length;
      const dump = rows.map(({ row }) => row).join("\n");
      for (const secret of planted) expect(dump, name).not.toContain(secret);
    }
    expect(rowCount).toBeGreaterThan(10);
  });

  test("opens in its own row alone", async () => {
    const [first, second] = await scenario.scope.sql<{ id: string }>`
      select id from providers where workspace_id = ${scenario.workspaceId} and kind <> 'fcm' order by id`;
    await scenario.scope.sql`
      update providers set version = version + 1, credentials = (select credentials from providers
        where workspace_id = ${scenario.workspaceId} and id = ${first?.id ?? ""})
      where workspace_id = ${scenario.workspaceId} and id = ${second?.id ?? ""}`;
    await expect(openTransport(scenario.scope, first?.id ?? "")).resolves.toBeDefined();
    await expect(openTransport(scenario.scope, second?.id ?? "")).rejects.toMatchObject({
      code: "provider_unavailable",
      details: { reason: "credentials_unreadable" },
    });
  });
});
