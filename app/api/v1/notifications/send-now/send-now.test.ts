import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { emptyContent } from "@/lib/domain/content/content";
import { sendNow as sendByVerb } from "@/lib/domain/notifications/send-now";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import { call } from "@/lib/platform/testing/call";
import { POST as bulkUpsert } from "../../contacts/bulk/route";
import { POST as sendNow } from "./route";

describe("sending to named people", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
    const contacts = [
      { external_id: "ada", subscriptions: [{ channel: "app_push", address: "device-ada" }] },
    ];
    await call(bulkUpsert, mine.apiKey, { body: { contacts } });
  });

  const body = {
    channel_type: "app_push",
    to: [{ external_id: "ada" }],
    contents: [{ language: "en", title: "Your order", body: "It is on its way" }],
  };

  it("says what to do where nothing sends the channel", async () => {
    const answer = await call(sendNow, mine.apiKey, { body });
    expect(answer).toMatchObject({ status: 422, body: { reason: "no_provider" } });
    expect(answer.body.detail).toContain("Connect one under Providers");
  });

  it("refuses a language that is there twice, and names the second", async () => {
    const contents = [...body.contents, { language: "en", title: "Again", body: "It is on its way" }];
    const answer = await call(sendNow, mine.apiKey, { body: { ...body, contents } });
    expect(answer).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: "contents.1.language", code: "duplicate_language" }] },
    });
  });

  it("writes down what a person sent to how many, and leaves a key's sends to their notifications", async () => {
    await mine.ctx.transaction(createSandboxProviders);
    const answer = await call(sendNow, mine.apiKey, { body });
    expect(answer.status, answer.text).toBe(202);
    await sendByVerb(mine.ctx, {
      channelType: "app_push",
      to: [{ externalId: "ada" }],
      contents: [{ ...emptyContent, language: "en", title: "From a person", body: "It is on its way" }],
    });
    const rows = await mine.scope.sql<{ actorKind: string; targetName: string; after: unknown }>`
      select actor_kind, target_name, after from audit_log
      where workspace_id = ${mine.workspaceId} and action = 'notification.sent'`;
    expect(rows).toEqual([
      { actorKind: "user", targetName: "From a person", after: { channel: "app_push", recipients: 1 } },
    ]);
  });

  it("knows no coupon, since it gives no codes", async () => {
    const contents = [{ language: "en", title: "Your code", body: "It is {{ coupon.code }}" }];
    const refused = await call(sendNow, mine.apiKey, { body: { ...body, contents, strict: true } });
    expect(refused).toMatchObject({ status: 422, body: { reason: "missing_variables" } });
  });

  it("warns of a variable that nobody gave, and sends nothing then when asked to be strict", async () => {
    const contents = [{ language: "en", title: "Your code", body: "It is {{ code }}, {{ first_name }}" }];
    const asked = { ...body, contents };
    const warned = await call(sendNow, mine.apiKey, { body: asked });
    expect(warned).toMatchObject({
      status: 202,
      body: { warnings: [{ pointer: "contents.0.body", code: "unknown_variable" }] },
    });
    const refused = await call(sendNow, mine.apiKey, { body: { ...asked, strict: true } });
    expect(refused).toMatchObject({
      status: 422,
      body: { reason: "missing_variables", errors: [{ pointer: "contents.0.body" }] },
    });
    const to = [{ external_id: "ada", variables: { code: "4711" } }];
    const sent = await call(sendNow, mine.apiKey, { body: { ...asked, to, strict: true } });
    expect(sent).toMatchObject({ status: 202, body: { warnings: [] } });
  });
});
