import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { sourceDocument } from "@/db/testing/source-document";
import { documentType } from "@/lib/contracts/campaigns/document-exchange";
import { hashApiKeySecret, newApiKeySecret } from "@/lib/platform/auth/api-key-secret";
import { newId } from "@/lib/platform/ids";
import { call } from "@/lib/platform/testing/call";
import { POST as createCampaign } from "./route";

describe("a notification document that cannot be taken", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
  });

  const post = (body: unknown, key = mine.apiKey) =>
    call(createCampaign, key, { body, headers: { "content-type": documentType } });
  const good = sourceDocument();
  const cart = { type: "trigger_based", trigger_type: "cart_abandoned" };
  const onTime = { type: "time_based" };

  it.each<[string, object]>([
    ["targeting_rules.last_activity", { targeting_rules: { last_activity: ">7x" } }],
    ["targeting_rules.last_activity", { targeting_rules: { last_activity: "7d" } }],
    ["targeting_rules.last_activity", { targeting_rules: { last_activity: ">0d" } }],
    ["targeting_rules.purchase_history", { targeting_rules: { purchase_history: "=>2" } }],
    ["targeting_rules.country", { targeting_rules: { country: "Turkey" } }],
    ["targeting_rules.age", { targeting_rules: { age: ">18" } }],
    ["ttl", { ttl: -1 }],
    ["ttl", { ttl: 2_419_201 }],
    ["ttl", { ttl: 30 }],
    ["cep_strategy.channel_priority.1", { cep_strategy: { channel_priority: ["email", "fax"] } }],
    ["cep_strategy.channel_priority", { cep_strategy: { channel_priority: ["email", "email"] } }],
    ["cep_strategy.optimal_time", { cep_strategy: { optimal_time: "now" } }],
    ["colour", { colour: "red" }],
    ["tracking.utm_params.utm_source", { tracking: { utm_params: { utm_source: "x" } } }],
    ["data.deep_link", { data: { deep_link: "javascript:alert(1)" } }],
    ["data.deep_link", { data: { deep_link: "javascript:{x}", variables: { x: "alert(1)" } } }],
    ["data.deep_link", { data: { deep_link: "{link}", variables: { link: "javascript:alert(1)" } } }],
    ["data.from", { data: { from: "me" } }],
    ["actions.0.action", { actions: [{ type: "button", title: "x", action: "javascript:alert(1)" }] }],
    ["actions.0.type", { actions: [{ type: "reply", title: "x", action: "open_deep_link" }] }],
    ["icon", { icon: "http://cdn.example.com/icon.png" }],
    ["badge", { badge: "//cdn.example.com/icon.png" }],
    ["image", { image: "/product.jpg" }],
    ["title", { title: "{% if %}" }],
    ["webhooks.click", { webhooks: { click: "http://example.com" } }],
    [
      "schedule.trigger_conditions.abandon_time",
      { schedule: { ...cart, trigger_conditions: { abandon_time: "soon" } } },
    ],
    ["schedule.trigger_conditions.colour", { schedule: { ...cart, trigger_conditions: { colour: "red" } } }],
    ["schedule.trigger_type", { schedule: { type: "trigger_based" } }],
    ["schedule.trigger_type", { schedule: { type: "trigger_based", trigger_type: "Doğum günü" } }],
    ["schedule.trigger_type", { schedule: { type: "trigger_based", trigger_type: "notification.opened" } }],
    ["schedule.trigger_type", { schedule: { ...onTime, trigger_type: "birthday" } }],
    ["schedule.send_at", { schedule: { ...onTime, send_at: "2023-10-10T14:30:00.000Z" } }],
    ["schedule.send_at", { schedule: { ...onTime, send_at: "tomorrow" } }],
    ["cdp_data.profile.email", { cdp_data: { user_id: "u", profile: { email: "nobody" } } }],
    ["cdp_data.profile.address", { cdp_data: { user_id: "u", profile: { address: { city: "x" } } } }],
    ["priority", { priority: "urgent" }],
  ])("%s is named", async (pointer, change) => {
    const answer = await post({ ...good, ...change });
    expect(answer.status, answer.text).toBe(400);
    const errors = answer.body.errors as { pointer: string; detail: string }[];
    expect(errors.map((error) => error.pointer)).toEqual([pointer]);
    expect(errors[0]?.detail).not.toBe("Invalid input");
  });

  it("names every wrong field at once", async () => {
    const change = {
      ttl: -1,
      colour: "red",
      targeting_rules: { last_activity: ">7x" },
      icon: "http://x.org/a.png",
    };
    const { body } = await post({ ...good, ...change });
    const pointers = (body.errors as { pointer: string }[]).map(({ pointer }) => pointer);
    expect(pointers.sort()).toEqual(["colour", "icon", "targeting_rules.last_activity", "ttl"]);
  });

  it("names every text whose Liquid is broken, by the document's own keys", async () => {
    const { body } = await post({
      ...good,
      title: "{% if %}",
      body: "{{ name | shout }}",
      data: { deep_link: "https://x.example/{{ a", shelf: "{% go %}" },
      actions: [
        { type: "button", title: "As the link", action: "open_deep_link" },
        { type: "button", title: "{{ b", action: "https://x.example/{% stop %}" },
      ],
    });
    expect((body.errors as { pointer: string }[]).map(({ pointer }) => pointer)).toEqual([
      "title",
      "body",
      "data.deep_link",
      "actions.1.title",
      "actions.1.action",
      "data.shelf",
    ]);
  });

  it("says in Turkish what is wrong", async () => {
    const body = { ...good, targeting_rules: { last_activity: ">7x" } };
    const headers = { "content-type": documentType, "accept-language": "tr" };
    const answer = await call(createCampaign, mine.apiKey, { body, headers });
    expect(answer.text).toContain("> (daha uzun süredir yok)");
  });

  it("is refused when it is nested without end or larger than any message", async () => {
    const deep = JSON.parse(`${'{"a":'.repeat(200)}1${"}".repeat(200)}`);
    const nested = await post({ ...good, data: { deep } });
    expect(nested.body.errors).toMatchObject([{ pointer: "data.deep" }]);
    const endless = `{"title":"x","body":"x","data":{"a":${"[".repeat(40_000)}${"]".repeat(40_000)}}}`;
    expect((await post(endless)).status).toBe(400);
    const large = await post({ ...good, body: "x".repeat(5_000_000) });
    expect([large.status, large.body.code]).toEqual([413, "payload_too_large"]);
  });

  it("leaves nothing behind, not even the contact", async () => {
    const cdp = { user_id: "left-behind" };
    await post({ ...good, cdp_data: cdp, schedule: { ...onTime, send_at: "2023-10-10T14:30:00.000Z" } });
    const rows = await mine.scope.sql`
      select id from contacts where workspace_id = ${mine.workspaceId} and external_id = 'left-behind'`;
    expect(rows).toEqual([]);
  });

  it.each([
    ["a trigger", ["campaigns.write", "events.track"], good, "automations.write"],
    ["a person", ["campaigns.write", "automations.write"], good, "events.track"],
    ["anything", ["campaigns.read"], { title: "x", body: "x" }, "campaigns.write"],
  ])("with %s it needs a key that may do that too", async (_, scopes, document, permission) => {
    const key = newApiKeySecret();
    await mine.scope.sql`
      insert into api_keys (workspace_id, id, name, prefix, last4, secret_hash, scopes)
      values (${mine.workspaceId}, ${newId()}, 'narrow', 'pp_live_', ${key.slice(-4)}, ${hashApiKeySecret(key)}, ${scopes})`;
    expect(await post(document, key)).toMatchObject({ status: 403, body: { permission } });
  });
});
