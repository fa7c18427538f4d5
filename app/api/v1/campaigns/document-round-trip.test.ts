import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { documentType } from "@/lib/contracts/campaigns/document-exchange";
import type { NotificationDocument } from "@/lib/domain/campaigns/document/notification-document";
import { call } from "@/lib/platform/testing/call";
import { GET as getAutomation } from "../automations/[automation_id]/route";
import { GET as getCampaign } from "./[campaign_id]/route";
import { POST as createCampaign } from "./route";

describe("a notification document, there and back", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
  });

  const read = (id: unknown) =>
    call(getCampaign, mine.apiKey, {
      params: { campaign_id: String(id) },
      headers: { accept: documentType },
    });
  const made = async (document: unknown) => {
    const headers = { "content-type": documentType };
    const answer = await call(createCampaign, mine.apiKey, { body: document, headers });
    expect(answer.status, answer.text).toBe(201);
    return answer;
  };

  it.each<object>([
    {},
    { schedule: { type: "time_based" }, cep_strategy: { optimal_time: "user_preference" } },
    { cep_strategy: { channel_priority: ["email", "web_push"] } },
    {
      segments: [],
      targeting_rules: {},
      actions: [],
      data: {},
      tracking: {},
      webhooks: {},
      cep_strategy: {},
    },
    { icon: "", image: "", badge: "", data: { deep_link: "", variables: {} }, require_interaction: false },
    { data: { n: 1, yes: true, text: "{name}" }, tracking: { utm_params: {} }, ttl: 0, priority: "normal" },
    { title: "{{ name | default: 'x' }} {%raw%}{a}{%endraw%}", body: "Fiyat {0} 😀 ğ" },
    { actions: [{ type: "button", title: "x", action: "snooze" }], created_at: "2023-10-05T17:30:00+03:00" },
    { cdp_data: { user_id: "nobody-special" } },
    { cdp_data: { user_id: "special", profile: { email: "a@example.com", tags: ["x"], gone: null } } },
  ])("loses nothing, whatever is in it and whatever is not: %j", async (parts) => {
    const document = { title: "Hi", body: "There", ...parts };
    const { body } = await made(document);
    expect((await read(body.id)).body).toEqual(document);
  });

  it.each<[string, NotificationDocument["schedule"], object]>([
    ["birthday", { type: "trigger_based", trigger_type: "birthday" }, { kind: "birthday" }],
    [
      "order_shipped",
      {
        type: "trigger_based",
        trigger_type: "order_shipped",
        trigger_conditions: { carrier: "x", fast: true },
      },
      { kind: "event", event: "order_shipped", where: [{ property: "carrier" }, { property: "fast" }] },
    ],
    [
      "cart_abandoned",
      { type: "trigger_based", trigger_type: "cart_abandoned" },
      { kind: "cart_abandoned", after_minutes: 60, category: null },
    ],
  ])("with the trigger %s becomes an automation of it", async (_, schedule, trigger) => {
    const document = { title: "Hi", body: "There", schedule };
    const { body } = await made(document);
    expect((await read(body.id)).body).toEqual(document);
    const params = { automation_id: String(body.automation_id) };
    const automation = await call(getAutomation, mine.apiKey, { params });
    expect(automation.body).toMatchObject({ draft: { trigger } });
  });

  it("can be read off a campaign that was never one, and makes the same again", async () => {
    const created = await call(createCampaign, mine.apiKey, {
      body: { name: "Plain", channel_type: "sms", contents: [{ language: "en", title: "T", body: "B" }] },
    });
    const first = await read(created.body.id);
    expect(first.body).toMatchObject({ body: "B", cep_strategy: { channel_priority: ["sms"] } });
    const again = await made(first.body);
    expect((await read(again.body.id)).body).toEqual(first.body);
  });
});
