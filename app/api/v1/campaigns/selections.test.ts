import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { addPastSend } from "@/db/testing/past-send";
import { createScenario, type Scenario, signInMember } from "@/db/testing/scenario";
import { toWireId } from "@/lib/contracts/wire/ids";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import { call } from "@/lib/platform/testing/call";
import { POST as bulkUpsert } from "../contacts/bulk/route";
import { GET as getCampaign } from "./[campaign_id]/route";
import { POST as schedule, DELETE as unschedule } from "./[campaign_id]/schedule/route";
import { POST as bulkCancel } from "./bulk-cancel/route";
import { POST as bulkDelete } from "./bulk-delete/route";
import { GET as countCampaigns } from "./counts/route";
import { POST as createCampaign } from "./route";

describe("many campaigns over HTTP", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  let theirs: Scenario;
  beforeAll(async () => {
    mine = await furnish();
    theirs = await furnish();
  });

  async function furnish() {
    const scenario = await createScenario(database.sql);
    await scenario.ctx.transaction(createSandboxProviders);
    const contacts = [{ external_id: "one", subscriptions: [{ channel: "app_push", address: "t-1" }] }];
    await call(bulkUpsert, scenario.apiKey, { body: { contacts } });
    return scenario;
  }

  const contents = [{ language: "en", title: "Hello", body: "Spring is here" }];
  const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString();

  async function create(name: string, who = mine, channel_type = "app_push") {
    const answer = await call(createCampaign, who.apiKey, { body: { name, channel_type, contents } });
    expect(answer.status, answer.text).toBe(201);
    return String(answer.body.id);
  }

  async function createScheduled(name: string, who = mine) {
    const id = await create(name, who);
    const answer = await call(schedule, who.apiKey, {
      params: { campaign_id: id },
      body: { scheduled_at: tomorrow() },
    });
    expect(answer.status, answer.text).toBe(200);
    return id;
  }

  async function createRun(name: string, status: "sending" | "sent") {
    const { campaignId } = await addPastSend(mine.scope, {
      campaign: { name, status },
      people: [{ deliveries: ["accepted"] }],
    });
    return toWireId("campaign", campaignId ?? "");
  }

  const statusOf = async (campaign_id: string, who = mine) =>
    (await call(getCampaign, who.apiKey, { params: { campaign_id } })).body.status;

  const audited = (action: string) =>
    mine.scope.sql<{ name: string }>`
      select target_name as name from audit_log where workspace_id = ${mine.workspaceId} and action = ${action}
      order by id`;

  it("counts each state in one call, under the search and channel of the list", async () => {
    const scenario = await furnish();
    await create("Kış fırsatı", scenario);
    await create("Kış mektubu", scenario, "email");
    await createScheduled("Yaz", scenario);
    const count = async (query: Record<string, string>) =>
      (await call(countCampaigns, scenario.apiKey, { query })).body;
    expect(await count({})).toEqual({
      total: 3,
      by_status: { draft: 2, scheduled: 1, sending: 0, paused: 0, sent: 0, cancelled: 0, failed: 0 },
    });
    expect(await count({ q: "kış" })).toMatchObject({ total: 2, by_status: { draft: 2, scheduled: 0 } });
    expect(await count({ search: "kış", channel_type: "email" })).toMatchObject({ total: 1 });
    expect((await call(countCampaigns, scenario.apiKey, { query: { status: "draft" } })).status).toBe(400);
  });

  it("deletes what reached nobody, and says of each other why it stays", async () => {
    const draft = await create("Draft");
    const waiting = await createScheduled("Waiting");
    const sent = await createRun("Sent", "sent");
    const invented = "cmp_0199aa5c3f7e7c1a8a3d5b9c2e4f6a10";
    const body = { campaign_ids: [draft, waiting, sent, invented, draft] };
    const outcome = {
      changed: [{ id: draft, name: "Draft" }],
      left_out: [
        { id: waiting, name: "Waiting", status: "scheduled", reason: "campaign_state" },
        { id: sent, name: "Sent", status: "sent", reason: "campaign_state" },
        { id: invented, name: null, status: null, reason: "not_found" },
      ],
    };
    const asked = await call(bulkDelete, mine.apiKey, { body: { ...body, dry_run: true } });
    expect(asked).toMatchObject({ status: 200, body: outcome });
    expect(await statusOf(draft)).toBe("draft");
    const done = await call(bulkDelete, mine.apiKey, { body });
    expect(done.body).toEqual(outcome);
    expect((await call(getCampaign, mine.apiKey, { params: { campaign_id: draft } })).status).toBe(404);
    expect(await statusOf(waiting)).toBe("scheduled");
    expect(await audited("campaign.deleted")).toEqual([{ name: "Draft" }]);
  });

  it("cancels what waits for its time, never what is being sent already", async () => {
    const waiting = [await createScheduled("First"), await createScheduled("Second")];
    const sending = await createRun("Under way", "sending");
    const draft = await create("Unsent");
    const answer = await call(bulkCancel, mine.apiKey, {
      body: { campaign_ids: [...waiting, sending, draft] },
    });
    expect(answer.body).toMatchObject({
      changed: [{ name: "First" }, { name: "Second" }],
      left_out: [
        { name: "Under way", status: "sending", reason: "campaign_started" },
        { name: "Unsent", status: "draft", reason: "campaign_state" },
      ],
    });
    const rows = await mine.scope.sql<{ name: string; status: string }>`
      select name, status from campaigns where workspace_id = ${mine.workspaceId}
        and name in ('First', 'Second', 'Under way', 'Unsent') order by name`;
    expect(rows.map(({ status }) => status)).toEqual(["cancelled", "cancelled", "sending", "draft"]);
    expect(await audited("campaign.cancelled")).toEqual([{ name: "First" }, { name: "Second" }]);
  });

  it("does not touch another workspace's campaigns, nor let a viewer touch any", async () => {
    const foreign = await createScheduled("Theirs", theirs);
    const body = { campaign_ids: [foreign] };
    for (const act of [bulkDelete, bulkCancel]) {
      const answer = await call(act, mine.apiKey, { body });
      expect(answer.body).toMatchObject({ changed: [], left_out: [{ name: null, reason: "not_found" }] });
      const viewer = await signInMember(database.sql, mine, "viewer");
      expect((await call(act, viewer, { body })).status).toBe(403);
    }
    expect(await statusOf(foreign, theirs)).toBe("scheduled");
  });

  it("keeps the time that somebody chose as the draft's plan, and no time of an undo window", async () => {
    const planned = await createScheduled("Planned");
    const back = await call(unschedule, mine.apiKey, { params: { campaign_id: planned } });
    expect(back.body).toMatchObject({ status: "draft", schedule_type: "scheduled" });
    expect(new Date(String(back.body.scheduled_at)).getTime()).toBeGreaterThan(Date.now());
    const now = await create("Now");
    await call(schedule, mine.apiKey, { params: { campaign_id: now }, body: { undo_seconds: 60 } });
    const undone = await call(unschedule, mine.apiKey, { params: { campaign_id: now } });
    expect(undone.body).toMatchObject({ status: "draft", schedule_type: "send_now", scheduled_at: null });
  });

  it("refuses a time for what goes out at once", async () => {
    const answer = await call(createCampaign, mine.apiKey, {
      body: { name: "Both", channel_type: "sms", schedule_type: "send_now", scheduled_at: tomorrow() },
    });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: "scheduled_at" }] } });
  });
});
