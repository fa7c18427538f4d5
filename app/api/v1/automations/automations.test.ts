import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario, signInMember } from "@/db/testing/scenario";
import { createPeople } from "@/db/testing/timed-campaign";
import { toWireId } from "@/lib/contracts/wire/ids";
import { advanceDue } from "@/lib/domain/automations/journey/advance-due";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import { newId } from "@/lib/platform/ids";
import { call } from "@/lib/platform/testing/call";
import { POST as createApiKey } from "../api-keys/route";
import { GET as getEnrolment } from "./[automation_id]/enrolments/[enrolment_id]/route";
import { GET as listEnrolments } from "./[automation_id]/enrolments/route";
import { POST as publish } from "./[automation_id]/publish/route";
import { DELETE, GET, PATCH } from "./[automation_id]/route";
import { POST as test } from "./[automation_id]/test/route";
import { DELETE as deleteTest, PUT as replaceTest } from "./[automation_id]/tests/[test_id]/route";
import { POST as createTest, GET as listTests } from "./[automation_id]/tests/route";
import { POST as runTests } from "./[automation_id]/tests/run/route";
import { GET as listVersions } from "./[automation_id]/versions/route";
import { POST as createAutomation, GET as listAutomations } from "./route";

type Body = Record<string, unknown>;

describe("automations over HTTP", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql, { timeZone: "UTC" });
    await mine.ctx.transaction(createSandboxProviders);
    await createPeople(mine, "http", "app_push", [{ name: "ada" }]);
  });

  const step = () => toWireId("step", newId());
  const message = (id = step()) => ({
    id,
    kind: "message",
    channels: ["app_push"],
    contents: [{ language: "en", title: "Your cart", body: "{{ cart.items[0].name }}" }],
  });
  const definition = (more: Body = {}) => ({
    trigger: { kind: "cart_abandoned", after_minutes: 60 },
    audience: { and: [] },
    reentry: { kind: "once" },
    steps: [message()],
    exits: [{ kind: "unsubscribed" }],
    ...more,
  });
  const create = (body: Body) => call(createAutomation, mine.apiKey, { body });
  const created = async (more: Body = {}) => {
    const { body, text, status } = await create({ name: "Cart", definition: definition(more) });
    expect(status, text).toBe(201);
    return { params: { automation_id: String(body.id) }, body };
  };

  it("are drafts that are changed, published, changed again and told apart from what is live", async () => {
    const { params, body } = await created();
    expect(body).toMatchObject({ status: "draft", live: null, problems: [], trigger_kind: "cart_abandoned" });
    const live = await call(publish, mine.apiKey, { params, body: { version: body.version } });
    expect(live.body).toMatchObject({ status: "live", live_number: 1, has_unpublished_changes: false });
    const changed = await call(PATCH, mine.apiKey, {
      params,
      body: { version: live.body.version, definition: definition({ exits: [] }) },
    });
    expect(changed.body).toMatchObject({
      has_unpublished_changes: true,
      draft: { exits: [] },
      live: { exits: [{ kind: "unsubscribed" }] },
    });
    const versions = await call(listVersions, mine.apiKey, { params });
    expect(versions.body.data).toMatchObject([{ number: 1, inside: 0 }]);
  });

  it.each(["abandoned_cart", "birthday", "win_back", "welcome", "after_order"])(
    "are made of the recipe %s, ready to publish",
    async (recipe) => {
      for (const language of ["tr", "en"]) {
        const made = await create({ recipe, language });
        expect(made.body).toMatchObject({ status: "draft" });
        const problems = made.body.problems as Body[];
        expect(problems.filter(({ severity }) => severity === "blocking")).toEqual([]);
        const params = { automation_id: String(made.body.id) };
        expect((await call(publish, mine.apiKey, { params, body: {} })).status).toBe(200);
      }
    },
  );

  it.each([
    [
      "a step without content",
      { steps: [{ ...message(), contents: [] }] },
      "definition.steps.0.contents",
      "no_content",
    ],
    [
      "an event without a name",
      { trigger: { kind: "event", event: "" } },
      "definition.trigger.event",
      "no_event",
    ],
    [
      "a condition without its value",
      { exits: [{ kind: "event", event: "x", where: [{ property: "total", operator: "gt", value: " " }] }] },
      "definition.exits.0.where.0",
      "unfinished_condition",
    ],
    ["no message", { steps: [{ id: step(), kind: "wait", minutes: 5 }] }, "definition.steps", "no_message"],
    [
      "broken Liquid",
      { steps: [{ ...message(), contents: [{ language: "en", title: "{{ name", body: "x" }] }] },
      "definition.steps.0.contents.0.title",
      "content",
    ],
    [
      "broken Liquid behind a button, beside that in the title",
      {
        steps: [
          {
            ...message(),
            contents: [
              {
                language: "en",
                title: "{{ name",
                body: "x",
                actions: [{ id: "a", title: "Go", url: "/{{ a" }],
              },
            ],
          },
        ],
      },
      "definition.steps.0.contents.0.actions.0.url",
      "content",
    ],
    [
      "a channel nobody sends",
      { steps: [{ ...message(), channels: ["whatsapp"] }] },
      "definition.steps.0.channels",
      "no_provider",
    ],
  ])("cannot go live with %s, which is named", async (_, more, pointer, code) => {
    if (code === "no_provider")
      await mine.scope.sql`
        update providers set status = 'inactive' where workspace_id = ${mine.workspaceId} and channel = 'whatsapp'`;
    const { params } = await created(more);
    const { status, body } = await call(publish, mine.apiKey, { params, body: {} });
    expect(status).toBe(422);
    expect(body.errors).toContainEqual(expect.objectContaining({ pointer, code }));
    expect((await call(GET, mine.apiKey, { params })).body.status).toBe("draft");
  });

  it.each([
    ["definition.trigger.after_minutes", { trigger: { kind: "cart_abandoned", after_minutes: -1 } }],
    ["definition.trigger.at", { trigger: { kind: "birthday", at: "25:00" } }],
    ["definition.trigger.kind", { trigger: { kind: "full_moon" } }],
    ["definition.steps.0.minutes", { steps: [{ id: step(), kind: "wait", minutes: 0 }] }],
    ["definition.steps.0.sound", { steps: [{ ...message(), sound: "x" }] }],
    ["definition.exits.0.event", { exits: [{ kind: "event", event: "Not A Name" }] }],
  ])("refuse a bad value and name it: %s", async (pointer, more) => {
    const { status, body } = await create({ name: "Bad", definition: definition(more) });
    expect(status).toBe(400);
    expect((body.errors as Body[]).map((error) => error.pointer)).toContain(pointer);
  });

  it("refuse a change to what somebody else has changed, and a change of what is archived", async () => {
    const { params, body } = await created();
    await call(PATCH, mine.apiKey, { params, body: { version: body.version, name: "First" } });
    const second = await call(PATCH, mine.apiKey, {
      params,
      body: { version: body.version, name: "Second" },
    });
    expect(second).toMatchObject({ status: 409, body: { reason: "stale_version" } });
  });

  it("are deleted only before they ever went live", async () => {
    const { params } = await created();
    expect((await call(DELETE, mine.apiKey, { params })).status).toBe(204);
    const other = await created();
    await call(publish, mine.apiKey, { params: other.params, body: {} });
    expect(await call(DELETE, mine.apiKey, { params: other.params })).toMatchObject({
      status: 409,
      body: { reason: "automation_state" },
    });
  });

  it("take no step that a campaign or another automation is reported under", async () => {
    const first = await created();
    await call(publish, mine.apiKey, { params: first.params, body: {} });
    const { draft } = first.body as { draft: { steps: { id: string }[] } };
    const second = await create({
      name: "Thief",
      definition: definition({ steps: [message(draft.steps[0]?.id)] }),
    });
    expect(second).toMatchObject({ status: 400, body: { errors: [{ pointer: "definition.steps.0.id" }] } });
  });

  it("are listed, searched and filtered", async () => {
    await create({ name: "Şubat ıtırları", recipe: "birthday" });
    const found = await call(listAutomations, mine.apiKey, {
      query: { q: "subat", trigger_kind: "birthday" },
    });
    expect(found.body.data).toMatchObject([{ name: "Şubat ıtırları" }]);
    const page = await call(listAutomations, mine.apiKey, { query: { limit: "2", sort: "name" } });
    expect(page.body).toMatchObject({ has_more: true });
    const next = await call(listAutomations, mine.apiKey, {
      query: { limit: "2", sort: "name", after: String(page.body.next_cursor) },
    });
    expect(next.status).toBe(200);
  });

  it("are not changed or published by those who may only look", async () => {
    const viewer = await signInMember(database.sql, mine, "viewer");
    const { params } = await created();
    expect((await call(publish, viewer, { params, body: {} })).status).toBe(403);
    expect((await call(GET, viewer, { params })).status).toBe(200);
  });

  it("are tried by somebody without waits, in the sandbox alone and in no figures", async () => {
    const { params } = await created({ steps: [{ id: step(), kind: "wait", minutes: 60 }, message()] });
    const [contact] = await mine.scope.sql<{ id: string }>`
      select id from contacts where workspace_id = ${mine.workspaceId}`;
    const tried = await call(test, mine.apiKey, {
      params,
      body: {
        contact_id: toWireId("contact", contact?.id ?? ""),
        properties: { cart_id: "c-1", items: [{ name: "Phone" }] },
      },
    });
    expect(tried, tried.text).toMatchObject({ status: 202, body: { is_test: true, status: "active" } });
    await advanceDue(mine.ctx);
    const enrolment = await call(getEnrolment, mine.apiKey, {
      params: { ...params, enrolment_id: String(tried.body.id) },
    });
    expect((enrolment.body.passages as Body[]).map(({ outcome }) => outcome)).toEqual([
      "entered",
      "waited",
      "sent",
      "completed",
    ]);
    const [run] = await mine.scope.sql<{ kind: string; isSandbox: boolean }>`
      select r.kind, p.kind = 'sandbox' as is_sandbox from runs r
      join providers p on p.workspace_id = r.workspace_id and p.id = r.provider_id
      where r.workspace_id = ${mine.workspaceId} order by r.id desc limit 1`;
    expect(run).toEqual({ kind: "test", isSandbox: true });
    expect((await call(GET, mine.apiKey, { params })).body).toMatchObject({ entered: 0, inside: 0 });
    const listed = await call(listEnrolments, mine.apiKey, { params });
    expect(listed.body.data).toMatchObject([{ is_test: true, contact: { first_name: "ada" } }]);
    const made = await call(createApiKey, mine.apiKey, { body: { name: "k", scopes: ["automations.read"] } });
    const narrow = String(made.body.secret);
    expect((await call(listEnrolments, narrow, { params })).body.data).toMatchObject([{ contact: null }]);
    expect((await call(listEnrolments, narrow, { params, query: { q: "ada" } })).status).toBe(403);
  });

  it("keep time-travel tests and run them on the draft, whose every difference they name", async () => {
    const wait = { id: step(), kind: "wait", minutes: 60 };
    const [first, second] = [message(), message()];
    const { params } = await created({ steps: [first, wait, second] });
    const touch = {
      at_minutes: 0,
      name: "cart_updated",
      properties: { cart_id: "c", items: [{ name: "Phone" }] },
    };
    const order = { at_minutes: 90, name: "order_completed", properties: { order_id: "1", cart_id: "c" } };
    const scenario = {
      person: { time_zone: "Europe/Istanbul", channels: ["app_push"] },
      starts_at: "2026-03-02T10:00:00Z",
      events: [touch],
      expected: [
        { at_minutes: 60, step_id: first.id },
        { at_minutes: 120, step_id: second.id },
      ],
    };
    const both = await call(createTest, mine.apiKey, { params, body: { name: "Both", scenario } });
    expect(both.status, both.text).toBe(201);
    await call(createTest, mine.apiKey, {
      params,
      body: { name: "Ordered", scenario: { ...scenario, events: [touch, order] } },
    });
    const ran = await call(runTests, mine.apiKey, { params });
    expect(ran.body.data).toMatchObject([
      { name: "Both", passed: true, missing: [], unexpected: [] },
      { name: "Ordered", passed: false, missing: [{ at_minutes: 120, step_id: second.id }], unexpected: [] },
    ]);
    const testParams = { ...params, test_id: String(both.body.id) };
    await call(replaceTest, mine.apiKey, { params: testParams, body: { name: "Renamed", scenario } });
    expect((await call(listTests, mine.apiKey, { params })).body.data).toMatchObject([
      { name: "Renamed" },
      { name: "Ordered" },
    ]);
    expect((await call(deleteTest, mine.apiKey, { params: testParams })).status).toBe(204);
  });
});
