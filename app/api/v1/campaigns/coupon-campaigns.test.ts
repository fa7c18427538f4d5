import { beforeAll, describe, expect, it } from "vitest";
import { setBatchDisabled } from "@/db/queries/coupons/batches/write-batch";
import { insertTestBatch } from "@/db/testing/coupon-batch";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { bulkUpsertContacts } from "@/lib/domain/contacts/bulk-upsert-contacts";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import { newId } from "@/lib/platform/ids";
import { call } from "@/lib/platform/testing/call";
import { POST as createAutomation } from "../automations/route";
import { GET as listStock } from "../coupons/stock/route";
import { GET as forecast } from "./[campaign_id]/forecast/route";
import { PATCH } from "./[campaign_id]/route";
import { POST as schedule } from "./[campaign_id]/schedule/route";
import { POST as createCampaign } from "./route";

describe("campaigns that give codes, over HTTP", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  let theirs: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
    theirs = await createScenario(database.sql);
    await mine.ctx.transaction(createSandboxProviders);
    await bulkUpsertContacts(mine.ctx, {
      contacts: Array.from({ length: 5 }, (_, n) => ({
        externalId: `c-${n}`,
        subscriptions: [{ channel: "app_push", address: `coupon-device-${n}` }],
        consents: [{ channel: "app_push", category: "marketing", status: "granted" }],
      })),
    });
  });

  const wire = (uuid: string) => `bat_${uuid.replaceAll("-", "")}`;
  const codes = (count: number) => Array.from({ length: count }, () => `C-${newId().slice(-12)}`);
  const create = async (more: Record<string, unknown>, body = "Use {{ coupon.code }}") => {
    const answer = await call(createCampaign, mine.apiKey, {
      body: {
        name: "Spring",
        channel_type: "app_push",
        contents: [{ language: "en", title: "Hello", body }],
        ...more,
      },
    });
    expect(answer.status, answer.text).toBe(201);
    return { campaign_id: String(answer.body.id) };
  };
  const send = (params: { campaign_id: string }) => call(schedule, mine.apiKey, { params, body: {} });
  const problems = async (params: { campaign_id: string }) => {
    const { body } = await call(forecast, mine.apiKey, { params });
    return (body.problems as { code: string; severity: string }[]).map(
      ({ code, severity }) => `${severity} ${code}`,
    );
  };

  it("give back the batch and the holdout, and keep both when something else changes", async () => {
    const { batchId } = await insertTestBatch(mine.scope, { codes: codes(3) });
    const params = await create({ coupon_batch_id: wire(batchId), coupon_holdout_percent: 10 });
    const answer = await call(PATCH, mine.apiKey, { params, body: { name: "Summer" } });
    expect(answer.body).toMatchObject({ coupon_batch_id: wire(batchId), coupon_holdout_percent: 10 });
    const cleared = await call(PATCH, mine.apiKey, { params, body: { coupon_batch_id: null } });
    expect(cleared.body).toMatchObject({ coupon_batch_id: null });
  });

  it("are not sent with codes of a batch that is out of use", async () => {
    const { batchId } = await insertTestBatch(mine.scope, { codes: codes(9) });
    const params = await create({ coupon_batch_id: wire(batchId) });
    await mine.scope.transaction((tx) => setBatchDisabled(tx, batchId, true));
    expect(await problems(params)).toContain("blocking batch_unusable");
    expect(await send(params)).toMatchObject({ status: 422, body: { reason: "batch_unusable" } });
  });

  it("are not sent with a coupon in the text and no batch", async () => {
    const params = await create({});
    const answer = await send(params);
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({
      reason: "coupon_without_batch",
      errors: [{ pointer: "coupon_batch_id", code: "coupon_without_batch" }],
    });
    expect(answer.text).toContain("choose the batch");
  });

  it("warn of a batch that the text does not say, and go", async () => {
    const { batchId } = await insertTestBatch(mine.scope, { codes: codes(9) });
    const params = await create({ coupon_batch_id: wire(batchId) }, "Nothing of it");
    expect(await problems(params)).toEqual(["warning batch_without_coupon"]);
    expect((await send(params)).status).toBe(200);
  });

  it("are not sent while the holdout would see a hole", async () => {
    const { batchId } = await insertTestBatch(mine.scope, { codes: codes(9) });
    const holdout = { coupon_batch_id: wire(batchId), coupon_holdout_percent: 20 };
    const params = await create(holdout);
    expect((await send(params)).body).toMatchObject({ reason: "coupon_unguarded" });
    const guarded = await create(holdout, "Hi{% if coupon.code %} {{ coupon.code }}{% endif %}");
    expect((await send(guarded)).status).toBe(200);
  });

  it("are stopped when codes run out that nobody can make, and told what is made", async () => {
    const imported = await insertTestBatch(mine.scope, { codes: codes(2), source: "imported" });
    const params = await create({ coupon_batch_id: wire(imported.batchId) });
    expect(await problems(params)).toEqual(["blocking codes_short"]);
    const refused = await send(params);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain("add 3 to the batch");
    const generated = await insertTestBatch(mine.scope, { codes: codes(2) });
    const open = await create({ coupon_batch_id: wire(generated.batchId) });
    const { body } = await call(forecast, mine.apiKey, { params: open });
    expect(body).toMatchObject({ problems: [], coupon: { needed: 5, free: 2, makeable: 4_999_998 } });
    expect((await send(open)).status).toBe(200);
  });

  it("are not sent for an offer that is over", async () => {
    const { batchId } = await insertTestBatch(mine.scope, { codes: codes(9), offerState: "archived" });
    const params = await create({ coupon_batch_id: wire(batchId) });
    expect((await send(params)).body).toMatchObject({ reason: "offer_over" });
  });

  it("do not find a batch of another workspace", async () => {
    const { batchId } = await insertTestBatch(theirs.scope, { codes: codes(3) });
    const body = { name: "x", channel_type: "app_push", coupon_batch_id: wire(batchId) };
    expect((await call(createCampaign, mine.apiKey, { body })).status).toBe(404);
    const params = await create({}, "Hello");
    const change = { coupon_batch_id: wire(batchId) };
    expect((await call(PATCH, mine.apiKey, { params, body: change })).status).toBe(404);
    const step = {
      id: `stp_${newId().replaceAll("-", "")}`,
      kind: "message",
      channels: ["app_push"],
      contents: [{ language: "en", title: "x", body: "{{ coupon.code }}" }],
      coupon_batch_id: wire(batchId),
    };
    const definition = {
      trigger: { kind: "coupon_expiring", days: 3 },
      audience: { and: [] },
      reentry: { kind: "once" },
      steps: [step],
      exits: [],
    };
    expect((await call(createAutomation, mine.apiKey, { body: { name: "x", definition } })).status).toBe(404);
    const { body: listed } = await call(listStock, mine.apiKey, { query: { batch_id: wire(batchId) } });
    expect(listed.data).toEqual([]);
  });

  it.each([
    [{ coupon_holdout_percent: 91 }],
    [{ coupon_holdout_percent: -1 }],
    [{ coupon_batch_id: "ofr_1" }],
  ])("refuse %j", async (more) => {
    const body = { name: "x", channel_type: "app_push", ...more };
    expect((await call(createCampaign, mine.apiKey, { body })).status).toBe(400);
  });
});
