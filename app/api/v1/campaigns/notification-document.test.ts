import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { sourceDocument, sourceText } from "@/db/testing/source-document";
import { documentType } from "@/lib/contracts/campaigns/document-exchange";
import type { NotificationDocument } from "@/lib/domain/campaigns/document/notification-document";
import { call } from "@/lib/platform/testing/call";
import { GET as getAutomation, PATCH as patchAutomation } from "../automations/[automation_id]/route";
import { GET as listContacts } from "../contacts/route";
import { GET as getCampaign, PATCH as patchCampaign } from "./[campaign_id]/route";
import { POST as preview } from "./document-preview/route";
import { POST as createCampaign } from "./route";

const asDocument = { "content-type": `${documentType}; charset=utf-8` };

/** A campaign with its time, and nothing that a campaign leaves unused. */
const timed = (): NotificationDocument => ({
  title: "Merhaba {firstName}",
  body: "Yeni sezon",
  data: { deep_link: "/spring", campaign_id: "spring-2031", price: 12.5, variables: { firstName: "dostum" } },
  segments: ["vip_users"],
  targeting_rules: { country: "TR,DE", last_activity: ">36h" },
  actions: [
    { type: "button", title: "Aç", action: "open_deep_link" },
    { type: "button", title: "Mağaza", action: "https://example.com/shop" },
  ],
  schedule: { type: "time_based", send_at: "2031-05-01T09:00:00+03:00" },
  priority: "high",
  ttl: 3_600,
});

describe("a notification document over HTTP", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  let theirs: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
    theirs = await createScenario(database.sql);
  });

  const post = (body: unknown, headers: Record<string, string> = {}, who = mine) =>
    call(createCampaign, who.apiKey, { body, headers: { ...asDocument, ...headers } });
  const read = (id: unknown, who = mine, headers: Record<string, string> = { accept: documentType }) =>
    call(getCampaign, who.apiKey, { params: { campaign_id: String(id) }, headers });
  const made = async (document: unknown) => {
    const answer = await post(document);
    expect(answer.status, answer.text).toBe(201);
    return answer;
  };

  it("of source 000 becomes an automation, says what became of it, and is given back equal", async () => {
    const answer = await made(sourceDocument());
    expect(answer.headers.get("location")).toBe(`/api/v1/automations/${answer.body.automation_id}`);
    expect(answer.body).toMatchObject({
      kind: "automation",
      id: expect.stringMatching(/^cmp_/),
      name: "cart-abandoned-2023",
    });
    const back = await read(answer.body.id);
    expect(back.headers.get("content-type")).toBe(documentType);
    expect(back.headers.get("vary")).toContain("Accept");
    expect(back.body).toEqual(sourceDocument());

    const { body } = await call(getAutomation, mine.apiKey, {
      params: { automation_id: String(answer.body.automation_id) },
    });
    const has = (field: string, operator: string, value: unknown) => ({ field, operator, value });
    const tag = (name: string) => has("tags", "contains", name);
    expect(body).toMatchObject({
      status: "draft",
      draft: {
        trigger: { kind: "cart_abandoned", after_minutes: 24 * 60, category: "electronics" },
        starts_at: "2023-10-10T14:30:00.000Z",
        audience: {
          and: [
            { or: [tag("vip_users"), tag("cart_abandoners")] },
            has("country", "equals", "TR"),
            has("last_active_at", "more_than_days_ago", 7),
            has("attributes.purchase_history", "gte", 2),
          ],
        },
        steps: [
          {
            kind: "message",
            channels: ["web_push", "email"],
            is_best_time: true,
            ttl_seconds: 86_400,
            priority: "high",
            tracking: {
              delivery: true,
              open: true,
              click: true,
              utm: { source: "webpush", campaign: "cart_abandoned" },
            },
            contents: [
              {
                title: "Merhaba {{ name }}, sepetinizdeki ürün tükeniyor!",
                body: "{{ product }} için son {{ time }} saat kaldı. Hemen tamamla: {{ link }}",
                icon_url: "https://cdn.example.com/notification-icon.png",
                image_url: "https://cdn.example.com/product-image.jpg",
                badge_url: "/badge-icon.png",
                deep_link: "/cart",
                actions: [{ id: "open_deep_link", title: "Sepete Git", url: "/cart" }],
                require_interaction: true,
                data: { campaign_id: "cart-abandoned-2023" },
                variables: sourceDocument().data?.variables,
              },
            ],
          },
        ],
      },
    });
  });

  it("warns of everything that was taken without an effect, or that will surprise somebody", async () => {
    const { body } = await made(sourceDocument());
    const warnings = body.warnings as { pointer: string; code: string }[];
    const codes = Object.fromEntries(warnings.map(({ pointer, code }) => [pointer, code]));
    expect(codes).toMatchObject({
      "webhooks.delivery": "not_acted_upon",
      "webhooks.click": "not_acted_upon",
      "webhooks.conversion": "not_acted_upon",
      ab_test_group: "not_acted_upon",
      variant_id: "not_acted_upon",
      "segments.0": "unknown_segment",
      "targeting_rules.purchase_history": "unknown_attribute",
      "targeting_rules.last_activity": "reaches_hardly_anybody",
    });
    expect(warnings.filter(({ code }) => code === "converted")).toHaveLength(4);
    expect(warnings.map(({ code }) => code)).not.toContain("unknown_variable");
  });

  it("says beforehand what it would become, in the caller's language, and makes nothing", async () => {
    const count = () => mine.scope.sql<{ count: number }>`
      select count(*)::int as count from automations where workspace_id = ${mine.workspaceId}`;
    const before = await count();
    const headers = { ...asDocument, "accept-language": "tr" };
    const { status, body } = await call(preview, mine.apiKey, { body: sourceDocument(), headers });
    expect([status, body.kind, body.audience]).toEqual([200, "automation", 0]);
    const details = (body.warnings as { detail: string }[]).map(({ detail }) => detail);
    expect(details).toContain("Bu etiket henüz hiçbir kişide yok.");
    expect(details).toContain("{name}, Liquid değişkeni yapıldı.");
    expect(details.filter((detail) => /\b(the|yet|was)\b/.test(detail))).toEqual([]);
    expect(await count()).toEqual(before);
  });

  it("with its remarks is refused, naming the lines", async () => {
    const answer = await post(sourceText);
    expect([answer.status, answer.body.reason]).toEqual([400, "commented_json"]);
    expect(answer.body.detail).toContain("line 18, 32, 33, 38, 49, 50, 51, 52, 53, 60, 61.");
    const turkish = await post(sourceText, { "accept-language": "tr" });
    expect(turkish.body.detail).toContain("açıklama");
  });

  it("with a time becomes a campaign of its channel, and is given back equal", async () => {
    const answer = await made(timed());
    expect(answer.headers.get("location")).toBe(`/api/v1/campaigns/${answer.body.id}`);
    expect(answer.body).toMatchObject({ kind: "campaign", automation_id: null, name: "spring-2031" });
    expect((await read(answer.body.id)).body).toEqual(timed());
    const plain = await read(answer.body.id, mine, {});
    expect(plain.body).toMatchObject({
      status: "draft",
      channel_type: "web_push",
      schedule_type: "scheduled",
      scheduled_at: "2031-05-01T06:00:00.000Z",
      contents: [
        {
          title: "Merhaba {{ first_name }}",
          data: { campaign_id: "spring-2031", price: "12.5" },
          variables: { first_name: "dostum" },
        },
      ],
    });
    expect(JSON.stringify(plain.body)).not.toContain("targeting_rules");
  });

  it("tells what was changed since, and the rest letter by letter", async () => {
    const { body } = await made(timed());
    const params = { campaign_id: String(body.id) };
    const [content] = (await read(body.id, mine, {})).body.contents as Record<string, unknown>[];
    await call(patchCampaign, mine.apiKey, {
      params,
      body: {
        contents: [{ ...content, title: "Merhaba {{ first_name }}!", deep_link: "/summer" }],
        audience: { filter: { and: [{ field: "country", operator: "equals", value: "DE" }] } },
        scheduled_at: "2031-06-01T06:00:00Z",
        channel_type: "app_push",
        tracking: { utm: { source: "app" } },
      },
    });
    const { segments: _, ...rest } = timed();
    expect((await read(body.id)).body).toEqual({
      ...rest,
      title: "Merhaba {{ first_name }}!",
      data: { ...timed().data, deep_link: "/summer" },
      targeting_rules: { country: "DE" },
      actions: [
        { type: "button", title: "Aç", action: "/spring" },
        { type: "button", title: "Mağaza", action: "https://example.com/shop" },
      ],
      schedule: { type: "time_based", send_at: "2031-06-01T06:00:00.000Z" },
      cep_strategy: { channel_priority: ["app_push"] },
      tracking: {
        enable_delivery_tracking: true,
        enable_open_tracking: true,
        enable_click_tracking: true,
        utm_params: { source: "app" },
      },
    });
  });

  it("refuses to leave out what it has no words for, by name", async () => {
    const { body } = await made(sourceDocument());
    const params = { automation_id: String(body.automation_id) };
    const { draft, version } = (await call(getAutomation, mine.apiKey, { params })).body as never as {
      draft: { steps: object[] };
      version: number;
    };
    const waits = { id: "stp_0199aa5c3f7e7c1a8a3d5b9c2e4f6a10", kind: "wait", minutes: 5 };
    const city = { field: "city", operator: "equals", value: "İzmir" };
    await call(patchAutomation, mine.apiKey, {
      params,
      body: { version, definition: { ...draft, audience: city, steps: [waits, ...draft.steps] } },
    });
    const answer = await read(body.id);
    expect([answer.status, answer.body.reason]).toEqual([422, "document_cannot_say"]);
    const pointers = (answer.body.errors as { pointer: string }[]).map(({ pointer }) => pointer);
    expect(pointers).toEqual(["definition.steps", "audience"]);
  });

  it("makes the contact it speaks of, and forgets what it said of one who is erased", async () => {
    const cdp = { user_id: "cdp-1", profile: { first_name: "Ayşe", loyalty_tier: "vip", orders: 3 } };
    const { body } = await made({ ...timed(), cdp_data: cdp });
    const find = async () =>
      ((await call(listContacts, mine.apiKey, { query: { q: "cdp-1" } })).body.data as object[])[0];
    expect(await find()).toMatchObject({
      id: body.contact_id,
      first_name: "Ayşe",
      attributes: { loyalty_tier: "vip", orders: 3 },
    });
    expect((await read(body.id)).body.cdp_data).toEqual(cdp);
    await mine.scope
      .sql`delete from contacts where workspace_id = ${mine.workspaceId} and external_id = 'cdp-1'`;
    expect((await read(body.id)).body).toEqual(timed());
    const [row] = await mine.scope.sql<{ document: string }>`
      select document::text from campaigns where workspace_id = ${mine.workspaceId} and document::text like '%loyalty_tier%'`;
    expect(row?.document).not.toMatch(/Ayşe|"vip"/);
  });

  it("is made once for each Idempotency-Key, and another body with it is refused", async () => {
    const key = { "idempotency-key": "doc-1" };
    const first = await post(timed(), key);
    const again = await post(timed(), key);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get("location")).toBe(first.headers.get("location"));
    expect(again.headers.get("idempotent-replayed")).toBe("true");
    expect((await post({ ...timed(), ttl: 5 }, key)).body).toMatchObject({
      reason: "idempotency_key_reused",
    });
  });

  it("of another workspace is not there, whatever it became", async () => {
    const [automation, campaign] = [await made(sourceDocument()), await made(timed())];
    const invented = await read("cmp_0199aa5c3f7e7c1a8a3d5b9c2e4f6a10", theirs);
    for (const { body } of [automation, campaign]) {
      const answer = await read(body.id, theirs);
      expect(answer.status).toBe(404);
      expect({ ...answer.body, instance: "" }).toEqual({ ...invented.body, instance: "" });
    }
    expect((await read(automation.body.id, mine, {})).status).toBe(404);
  });

  it("is the campaign's own JSON to whoever prefers that", async () => {
    const { body } = await made(timed());
    const accept = `application/json, ${documentType};q=0.5`;
    expect((await read(body.id, mine, { accept })).body).toMatchObject({ channel_type: "web_push" });
  });
});
