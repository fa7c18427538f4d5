import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import { call } from "@/lib/platform/testing/call";
import { POST as createKey } from "../api-keys/route";
import { POST as subscribe } from "./route";
import { GET as getKey } from "./web-push-key/route";

const headers = { origin: "https://shop.example.com" };
const keys = { p256dh: "BPk", auth: "au" };
const endpoint = (name: string) => ({ channel: "web_push", address: `https://push.example/${name}`, keys });

describe("subscribing a browser", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  let key: string;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
    const body = { name: "Shop", kind: "publishable", origins: [headers.origin] };
    key = String((await call(createKey, mine.apiKey, { body })).body.secret);
  });

  const ask = (body: object) => call(subscribe, key, { body, headers });

  it("gives the browser's endpoint to the person, made when they are new", async () => {
    const first = await ask({ anonymous_id: "b-1", subscription: endpoint("one") });
    expect(first).toMatchObject({
      status: 201,
      body: { subscription: { channel: "web_push", status: "active" } },
    });
    const user = await ask({ anonymous_id: "b-1", external_id: "u-1", subscription: endpoint("one") });
    expect(user.body.contact_id).toBe(first.body.contact_id);
  });

  it("puts a new endpoint in the place of the one a service worker lost, without being told whose it is", async () => {
    const first = await ask({ anonymous_id: "b-2", subscription: endpoint("old") });
    const renewed = await ask({ replaces: "https://push.example/old", subscription: endpoint("new") });
    expect(renewed.body.contact_id).toBe(first.body.contact_id);
    const rows = await mine.scope.sql`
      select address, status from subscriptions where workspace_id = ${mine.workspaceId} and address ~ 'old|new' order by 1`;
    expect(rows).toEqual([
      { address: "https://push.example/new", status: "active" },
      { address: "https://push.example/old", status: "removed" },
    ]);
  });

  it.each([
    { subscription: endpoint("x") },
    { replaces: "https://push.example/never", subscription: endpoint("x") },
    { anonymous_id: "b-3", subscription: { channel: "web_push", address: "nonsense" } },
    { anonymous_id: "b-3", subscription: { channel: "email", address: "victim@example.com" } },
    { anonymous_id: "b-3" },
  ])("refuses %j", async (body) => {
    expect((await ask(body)).status).toBe(400);
  });

  it("tells the key to subscribe with, of the provider that sends", async () => {
    expect((await call(getKey, key, { headers })).status).toBe(404);
    await mine.ctx.transaction(createSandboxProviders);
    const { body } = await call(getKey, key, { headers });
    expect(Buffer.from(String(body.public_key), "base64url")).toHaveLength(65);
  });
});
