import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { upsertContact } from "@/lib/domain/contacts/upsert-contact";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import { call } from "@/lib/platform/testing/call";
import { GET as getCampaign, PATCH } from "./[campaign_id]/route";
import { POST as schedule, DELETE as unschedule } from "./[campaign_id]/schedule/route";
import { POST as createCampaign } from "./route";

describe("the time that a draft has planned", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
    await mine.ctx.transaction(createSandboxProviders);
    const subscriptions = [{ channel: "app_push", address: "t-1" } as const];
    await upsertContact(mine.ctx, { externalId: "somebody", subscriptions });
  });

  const planned = "2031-05-01T06:00:00.000Z";
  const create = async (time: Record<string, unknown>) => {
    const contents = [{ language: "en", title: "Hello", subtitle: "Spring is here" }];
    const body = { name: "Spring", channel_type: "app_push", contents, ...time };
    const answer = await call(createCampaign, mine.apiKey, { body });
    expect(answer.status, answer.text).toBe(201);
    return { campaign_id: String(answer.body.id) };
  };
  const start = (params: { campaign_id: string }, body: Record<string, unknown> = {}) =>
    call(schedule, mine.apiKey, { params, body });

  it("is when it goes out, unless the call brings another", async () => {
    const time = { schedule_type: "scheduled", scheduled_at: planned };
    expect(await start(await create(time))).toMatchObject({
      status: 200,
      body: { status: "scheduled", schedule_type: "scheduled", scheduled_at: planned },
    });
    const other = "2031-06-01T06:00:00.000Z";
    expect((await start(await create(time), { scheduled_at: other })).body.scheduled_at).toBe(other);
  });

  it("stays when it is taken back to draft, and counts again", async () => {
    const params = await create({});
    await start(params, { scheduled_at: planned });
    const draft = await call(unschedule, mine.apiKey, { params });
    expect(draft.body).toMatchObject({ status: "draft", scheduled_at: planned });
    expect((await start(params)).body).toMatchObject({ status: "scheduled", scheduled_at: planned });
  });

  it("is refused once it is past, until the draft has another or none", async () => {
    const params = await create({ scheduled_at: planned });
    await mine.scope.sql`update campaigns set scheduled_at = now() - interval '1 hour'
      where workspace_id = ${mine.workspaceId} and status = 'draft'`;
    expect(await start(params)).toMatchObject({
      status: 422,
      body: { reason: "past_date", errors: [{ pointer: "scheduled_at", code: "past_date" }] },
    });
    expect((await call(getCampaign, mine.apiKey, { params })).body.status).toBe("draft");
    await call(PATCH, mine.apiKey, { params, body: { schedule_type: "send_now" } });
    expect((await start(params)).body).toMatchObject({ status: "scheduled", schedule_type: "send_now" });
  });

  it("is now where none is planned", async () => {
    expect((await start(await create({}))).body).toMatchObject({ schedule_type: "send_now" });
  });
});
