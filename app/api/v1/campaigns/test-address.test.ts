import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario, signInMember } from "@/db/testing/scenario";
import { getSetupProgress } from "@/lib/domain/analytics/get-setup-progress";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import { call } from "@/lib/platform/testing/call";
import { useSandbox } from "@/lib/platform/testing/sandbox";
import { POST as bulkUpsert } from "../contacts/bulk/route";
import { POST as testAtAddress } from "./[campaign_id]/test-address/route";
import { POST as createCampaign } from "./route";

describe("a test to an address", () => {
  const database = useTestDatabase();
  const sandbox = useSandbox();
  let mine: Scenario;
  let ada: string;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
    await mine.ctx.transaction(createSandboxProviders);
    ada = await addContact(mine);
  });

  async function addContact(scenario: Scenario) {
    const contacts = [{ external_id: "ada", first_name: "Ada", locale: "tr" }];
    const answer = await call(bulkUpsert, scenario.apiKey, { body: { contacts } });
    expect(answer.status, answer.text).toBe(200);
    const [row] = await scenario.scope.sql<{ id: string }>`
      select id from contacts where workspace_id = ${scenario.workspaceId} and external_id = 'ada'`;
    return `con_${row?.id.replaceAll("-", "")}`;
  }

  async function create(channel_type: string, extra: Record<string, unknown> = {}) {
    const contents = [
      { language: "en", title: "Hi {{ first_name }}", body: "Spring is here, {{ first_name }}" },
      { language: "tr", title: "Merhaba {{ first_name }}", body: "Bahar geldi, {{ first_name }}" },
    ];
    const body = { name: "Spring", channel_type, contents, ...extra };
    const answer = await call(createCampaign, mine.apiKey, { body });
    expect(answer.status, answer.text).toBe(201);
    return { campaign_id: String(answer.body.id) };
  }

  const test = (params: { campaign_id: string }, body: Record<string, unknown>) =>
    call(testAtAddress, mine.apiKey, { params, body });

  beforeEach(() => database.sql`delete from rate_limits where key like 'test-address:%'`);

  const inbox = async (to: string) =>
    JSON.stringify(await sandbox.readMessages({ workspace: mine.workspaceId, to }));

  it.each([
    ["sms", "0532 111 22 33", "+905321112233", "[Test] Bahar geldi, Ada"],
    ["email", "boss@example.com", "boss@example.com", "[Test] Merhaba Ada"],
    ["app_push", "a-device-token", "a-device-token", "[Test] Merhaba Ada"],
    ["telegram", "778899", "778899", "[Test] Merhaba Ada"],
  ])("carries %s as the chosen person would get it, marked as a test", async (channel, to, sentTo, text) => {
    const answer = await test(await create(channel), { to, contact_id: ada });
    expect(answer.status, answer.text).toBe(200);
    expect(answer.body).toMatchObject({ outcome: "accepted", sent_to: sentTo });
    expect(await inbox(sentTo)).toContain(text);
  });

  it("speaks the language that is asked for, to a made-up person", async () => {
    await test(await create("sms"), { to: "+905321112244", language: "en" });
    expect(await inbox("+905321112244")).toContain("[Test] Spring is here, Emma");
  });

  it("writes down who tested what at which address, and makes no contact and no report of it", async () => {
    await test(await create("sms", { name: "Audited" }), { to: "+905321112255" });
    const rows = await mine.scope.sql`
      select target_name, after from audit_log
      where workspace_id = ${mine.workspaceId} and action = 'campaign.address_tested' and target_name = 'Audited'`;
    expect(rows).toMatchObject([{ after: { to: "+905321112255", outcome: "accepted" } }]);
    const [counts] = await mine.scope.sql`
      select (select count(*)::int from contacts where workspace_id = ${mine.workspaceId}) as contacts,
        (select count(*)::int from runs where workspace_id = ${mine.workspaceId}) as runs`;
    expect(counts).toEqual({ contacts: 1, runs: 0 });
    expect((await getSetupProgress(mine.ctx)).done).toContain("test");
  });

  it.each([
    ["email", "nobody", "invalid_email"],
    ["sms", "12", "invalid_phone"],
    ["web_push", "https://push.example.com/abc", "needs_contact"],
    ["in_app", "somebody", "needs_contact"],
  ])("refuses %s to %s and names the field", async (channel, to, code) => {
    const answer = await test(await create(channel), { to });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: "to", code }] } });
  });

  it("never writes to a suppressed address, nor while sending is stopped", async () => {
    const params = await create("email");
    await mine.scope.sql`
      insert into suppressions (workspace_id, channel, address_key, reason)
      values (${mine.workspaceId}, 'email', 'gone@example.com', 'complaint')`;
    expect(await test(params, { to: "Gone@example.com" })).toMatchObject({
      status: 422,
      body: { reason: "suppressed" },
    });
    await mine.scope.sql`update workspaces set sending_stopped_at = now() where id = ${mine.workspaceId}`;
    const stopped = await test(params, { to: "boss@example.com" });
    await mine.scope.sql`update workspaces set sending_stopped_at = null where id = ${mine.workspaceId}`;
    expect(stopped).toMatchObject({ status: 422, body: { reason: "sending_stopped" } });
  });

  it("says what is wrong with the draft instead of sending half of it", async () => {
    const params = await create("sms", { contents: [{ language: "en", body: "Hi {{ first_name" }] });
    const answer = await test(params, { to: "+905321112266" });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: "contents.0.body" }] } });
  });

  it("is not for a viewer, nor as another workspace's contact", async () => {
    const params = await create("sms");
    const body = { to: "+905321112277" };
    const viewer = await signInMember(database.sql, mine, "viewer");
    expect((await call(testAtAddress, viewer, { params, body })).status).toBe(403);
    const theirs = await createScenario(database.sql);
    expect((await test(params, { ...body, contact_id: await addContact(theirs) })).status).toBe(404);
  });

  it("stops a key after ten in a minute, whatever the campaign, and sends nothing more", async () => {
    const scenario = await createScenario(database.sql);
    await scenario.ctx.transaction(createSandboxProviders);
    const statuses: number[] = [];
    for (let n = 0; n < 11; n += 1) {
      const { body } = await call(createCampaign, scenario.apiKey, {
        body: { name: "Many", channel_type: "sms", contents: [{ language: "en", body: "Hello" }] },
      });
      const params = { campaign_id: String(body.id) };
      const answer = await call(testAtAddress, scenario.apiKey, { params, body: { to: "+905321112288" } });
      statuses.push(answer.status);
    }
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 200), 429]);
  });
});
