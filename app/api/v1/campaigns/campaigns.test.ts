import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario, signInMember } from "@/db/testing/scenario";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import { call } from "@/lib/platform/testing/call";
import { POST as cancel } from "./[campaign_id]/cancel/route";
import { POST as duplicate } from "./[campaign_id]/duplicate/route";
import { DELETE, GET as getCampaign, PATCH } from "./[campaign_id]/route";
import { POST as schedule } from "./[campaign_id]/schedule/route";
import { POST as testSend } from "./[campaign_id]/test/route";
import { POST as createCampaign, GET as listCampaigns } from "./route";

describe("campaigns over HTTP", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  let theirs: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
    theirs = await createScenario(database.sql);
    await mine.ctx.transaction(createSandboxProviders);
  });

  const draft = {
    name: "Spring",
    channel_type: "app_push",
    contents: [{ language: "en", title: "Hello {{ first_name }}", subtitle: "Spring is here" }],
  };
  const create = async (body: Record<string, unknown> = draft, who = mine) => {
    const answer = await call(createCampaign, who.apiKey, { body });
    expect(answer.status, answer.text).toBe(201);
    return { campaign_id: String(answer.body.id) };
  };

  it("takes the body of the product's source and gives back every field", async () => {
    const answer = await call(createCampaign, mine.apiKey, {
      body: {
        ...draft,
        schedule_type: "scheduled",
        scheduled_at: "2031-05-01T09:00:00+03:00",
        audience: { filter: { and: [{ field: "country", operator: "equals", value: "TR" }] } },
      },
    });
    expect(answer.body).toMatchObject({
      status: "draft",
      schedule_type: "scheduled",
      scheduled_at: "2031-05-01T06:00:00.000Z",
      audience: { filter: { and: [{ field: "country", operator: "equals", value: "TR" }] } },
      contents: [{ language: "en", subtitle: "Spring is here" }],
      totals: null,
    });
  });

  it.each([
    [{ audience: { filter: { field: "colour", operator: "equals", value: "x" } } }, "audience.filter"],
    [
      { audience: { filter: { and: [{ field: "country", operator: "gt", value: 3 }] } } },
      "audience.filter.and.0",
    ],
    [
      { audience: { filter: { field: "last_active_at", operator: "within_last_days", value: 7 } } },
      "audience.filter",
    ],
    [{ schedule_type: "someday" }, "schedule_type"],
    [{ contents: [{ title: "no language" }] }, "contents.0.language"],
    [
      {
        contents: [
          { language: "en", title: "a" },
          { language: "en", title: "b" },
        ],
      },
      "contents.1.language",
    ],
    [{ scheduled_at: "2020-01-01T00:00:00Z" }, "scheduled_at"],
    [{ scheduled_at: "tomorrow" }, "scheduled_at"],
    [{ channel_type: "pigeon" }, "channel_type"],
    [{ name: "" }, "name"],
  ])("refuses %j and names the field", async (wrong, pointer) => {
    const answer = await call(createCampaign, mine.apiKey, { body: { ...draft, ...wrong } });
    expect(answer.status).toBe(400);
    expect((answer.body.errors as { pointer: string }[]).map((error) => error.pointer)).toContain(pointer);
  });

  it("refuses a filter that is nested without end instead of running out of stack", async () => {
    const filter = `${'{"not":'.repeat(5_000)}{"and":[]}${"}".repeat(5_000)}`;
    const body = `{"name":"x","channel_type":"sms","audience":{"filter":${filter}}}`;
    const answer = await call(createCampaign, mine.apiKey, { body });
    expect(answer.status).toBe(400);
  });

  it("is shown as it was saved when its audience asks what may no longer be asked", async () => {
    const own = await createScenario(database.sql);
    const params = await create(draft, own);
    const filter = { field: "shoe_size", operator: "equals", value: 42 };
    await own.scope
      .sql`update campaigns set audience = ${own.scope.json(filter)} where workspace_id = ${own.workspaceId}`;
    expect((await call(getCampaign, own.apiKey, { params })).body).toMatchObject({ audience: { filter } });
    expect((await call(listCampaigns, own.apiKey)).body.data).toMatchObject([{ audience: { filter } }]);
  });

  it("refuses a change that was made from a stale version, and loses neither", async () => {
    const params = await create();
    const first = await call(PATCH, mine.apiKey, { params, body: { name: "Mine", version: 1 } });
    expect(first.body).toMatchObject({ name: "Mine", version: 2 });
    const stale = await call(PATCH, mine.apiKey, { params, body: { name: "Too late", version: 1 } });
    expect(stale).toMatchObject({ status: 409, body: { reason: "stale_version" } });
    expect((await call(getCampaign, mine.apiKey, { params })).body).toMatchObject({ name: "Mine" });
  });

  it("answers another workspace's campaign on every path like one that does not exist", async () => {
    const params = await create(draft, theirs);
    const attempts = await Promise.all([
      call(getCampaign, mine.apiKey, { params }),
      call(PATCH, mine.apiKey, { params, body: { name: "x" } }),
      call(DELETE, mine.apiKey, { params }),
      call(schedule, mine.apiKey, { params, body: {} }),
      call(cancel, mine.apiKey, { params, body: {} }),
      call(duplicate, mine.apiKey, { params, body: {} }),
    ]);
    expect(attempts.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404]);
    expect((await call(getCampaign, theirs.apiKey, { params })).body).toMatchObject({
      name: "Spring",
      status: "draft",
    });
  });

  it("does not test-send to another workspace's contact", async () => {
    const { upsertContact } = await import("@/lib/domain/contacts/upsert-contact");
    const stranger = await upsertContact(theirs.ctx, { externalId: "s" });
    const contactId = `con_${stranger.id.replaceAll("-", "")}`;
    const answer = await call(testSend, mine.apiKey, {
      params: await create(),
      body: { contact_ids: [contactId] },
    });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: "contact_ids" }] } });
  });

  it("lets a member write but a viewer only read", async () => {
    const viewer = await signInMember(database.sql, mine, "viewer");
    expect((await call(listCampaigns, viewer)).status).toBe(200);
    expect((await call(createCampaign, viewer, { body: draft })).status).toBe(403);
    expect((await call(schedule, viewer, { params: await create(), body: {} })).status).toBe(403);
  });

  it("schedules once when two people press the button together", async () => {
    const { upsertContact } = await import("@/lib/domain/contacts/upsert-contact");
    await upsertContact(mine.ctx, {
      externalId: "somebody",
      subscriptions: [{ channel: "app_push", address: "t-1" }],
    });
    const params = await create();
    const body = { scheduled_at: new Date(Date.now() + 3_600_000).toISOString() };
    const answers = await Promise.all([1, 2, 3].map(() => call(schedule, mine.apiKey, { params, body })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  it("knows the sources' words for states, and finds by name", async () => {
    await create({ ...draft, name: "Kış fırsatı" });
    const found = await call(listCampaigns, mine.apiKey, {
      query: { search: "Kış", status: "draft,running" },
    });
    expect(found.body.data).toMatchObject([{ name: "Kış fırsatı" }]);
    const none = await call(listCampaigns, mine.apiKey, { query: { status: "completed" } });
    expect(none.body.data).toEqual([]);
  });
});
