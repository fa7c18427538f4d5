import { beforeEach, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario, signInMember } from "@/db/testing/scenario";
import { call } from "@/lib/platform/testing/call";
import { POST as activate } from "./[plan_id]/activate/route";
import { POST as deactivate } from "./[plan_id]/deactivate/route";
import { DELETE, GET as getPlan, PATCH } from "./[plan_id]/route";
import { POST as order } from "./order/route";
import { POST as createPlan, GET as listPlans } from "./route";

describe("membership plans over HTTP", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  beforeEach(async () => {
    mine = await createScenario(database.sql);
  });

  const create = (body: object = {}, headers = {}) =>
    call(createPlan, mine.apiKey, {
      body: { name: "Yıllık", tier: "yearly", price_minor: 120_000, currency: "TRY", ...body },
      headers,
    });
  const names = async (query: Record<string, string> = {}) => {
    const { body } = await call(listPlans, mine.apiKey, { query: { limit: "100", ...query } });
    return (body.data as { name: string }[]).map(({ name }) => name);
  };
  const refusal = async (body: object) => {
    const { status, body: problem } = await create(body);
    return [status, problem.errors && (problem.errors as { pointer: string }[])[0]?.pointer];
  };

  it("keeps a plan with its price in minor units and its usual term", async () => {
    const made = await create({ discount_price_minor: 99_900, features: ["certificates"] });
    expect(made).toMatchObject({
      status: 201,
      body: { duration_months: 12, price_minor: 120_000, discount_price_minor: 99_900, is_active: true },
    });
    const read = await call(getPlan, mine.apiKey, { params: { plan_id: String(made.body.id) } });
    expect(read.body).toEqual(made.body);
  });

  it("takes 0 months for ever, keeps null and gives 0 again; days are no months", async () => {
    const term = { duration_months: 0, duration_days: null };
    expect(await create({ tier: "unlimited", duration_months: 0 })).toMatchObject({
      status: 201,
      body: term,
    });
    const { body } = await call(listPlans, mine.apiKey, { query: { tier: "unlimited" } });
    expect(body.data).toMatchObject([term]);
    const kept = await mine.scope.sql`
      select duration_months from membership_plans where workspace_id = ${mine.workspaceId}`;
    expect(kept).toEqual([{ durationMonths: null }]);
    const trial = await create({ tier: "trial", duration_months: 0, duration_days: 14 });
    expect(trial.body).toMatchObject({ duration_months: null, duration_days: 14 });
  });

  it("refuses a tier that contradicts its term, with the field", async () => {
    const months = "duration_months";
    expect(await refusal({ duration_months: 3 })).toEqual([422, months]);
    expect(await refusal({ tier: "quarterly", duration_months: 4 })).toEqual([422, months]);
    expect(await refusal({ tier: "unlimited", duration_months: 12 })).toEqual([422, months]);
    expect(await refusal({ tier: "monthly", duration_days: 30 })).toEqual([422, months]);
    expect(await refusal({ tier: "trial", duration_months: 0 })).toEqual([422, "duration_days"]);
    expect(await refusal({ tier: "trial", duration_months: 1, duration_days: 7 })).toEqual([
      422,
      "duration_days",
    ]);
    expect(await refusal({ duration_months: 24, discount_price_minor: 120_001 })).toEqual([
      422,
      "discount_price_minor",
    ]);
    expect(await refusal({ currency: "XYZ" })).toEqual([400, "currency"]);
    expect(await refusal({ price_minor: 12.5 })).toEqual([400, "price_minor"]);
    expect(await names()).toEqual([]);
  });

  it("says what is wrong in the caller's language", async () => {
    const { body } = await create({ duration_months: 3 }, { "accept-language": "tr" });
    expect(body.detail).toContain("Yıllık üyelik");
  });

  it("has one active plan of a tier and currency, whoever comes first", async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => create()));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.body).toMatchObject({ reason: "plan_already_active", errors: [{ pointer: "tier" }] });
    expect((await create({ currency: "EUR" })).status).toBe(201);
  });

  it("makes room by deactivating, and not for two at once", async () => {
    const first = String((await create()).body.id);
    expect(
      (await call(deactivate, mine.apiKey, { params: { plan_id: first }, body: {} })).body.is_active,
    ).toBe(false);
    expect((await create({ name: "Yeni" })).status).toBe(201);
    const again = await call(activate, mine.apiKey, { params: { plan_id: first }, body: {} });
    expect(again).toMatchObject({ status: 409, body: { reason: "plan_already_active" } });
    expect(await names({ is_active: "false" })).toEqual(["Yıllık"]);
  });

  it("changes what is given, refuses a stale version and checks the whole", async () => {
    const { body } = await create();
    const params = { plan_id: String(body.id) };
    const patch = (change: object) => call(PATCH, mine.apiKey, { params, body: change });
    expect((await patch({ version: 1, price_minor: 90_000 })).body).toMatchObject({
      price_minor: 90_000,
      version: 2,
    });
    expect(await patch({ version: 1, name: "x" })).toMatchObject({
      status: 409,
      body: { reason: "plan_stale" },
    });
    expect((await patch({ version: 2, tier: "unlimited" })).status).toBe(422);
    expect((await patch({ version: 2, tier: "unlimited", duration_months: 0 })).status).toBe(200);
  });

  it("puts plans in order, and lists, searches, filters and pages in it", async () => {
    const made = [
      await create({ name: "A", currency: "TRY" }),
      await create({ name: "B", currency: "EUR" }),
      await create({ name: "Çılgın", currency: "USD", tier: "monthly", duration_months: 1 }),
    ].map(({ body }) => String(body.id));
    expect(await names()).toEqual(["A", "B", "Çılgın"]);
    expect((await call(order, mine.apiKey, { body: { plan_ids: [made[2], made[0]] } })).status).toBe(204);
    expect(await names()).toEqual(["Çılgın", "A", "B"]);
    expect(await names({ q: "cilgin" })).toEqual(["Çılgın"]);
    expect(await names({ tier: "yearly", currency: "EUR" })).toEqual(["B"]);
    const first = await call(listPlans, mine.apiKey, { query: { limit: "2" } });
    expect(await names({ after: String(first.body.next_cursor) })).toEqual(["B"]);
    const theirs = await createScenario(database.sql);
    const foreign = await call(order, theirs.apiKey, { body: { plan_ids: made } });
    expect(foreign.status).toBe(404);
  });

  it("deletes only what nothing uses", async () => {
    const [used, free] = [
      String((await create()).body.id),
      String((await create({ currency: "EUR" })).body.id),
    ];
    await mine.scope.sql`
      insert into offers (workspace_id, id, name, kind, plan_id, duration_months, starts_at, time_zone, created_by, updated_by)
      select workspace_id, id, 'x', 'membership', id, 12, now(), 'UTC', 'x', 'x' from membership_plans
      where workspace_id = ${mine.workspaceId} and currency = 'TRY'`;
    expect(await call(DELETE, mine.apiKey, { params: { plan_id: used } })).toMatchObject({
      status: 409,
      body: { reason: "plan_used" },
    });
    expect((await call(DELETE, mine.apiKey, { params: { plan_id: free } })).status).toBe(204);
  });

  it("lets a member read and not write", async () => {
    const member = await signInMember(database.sql, mine, "member");
    expect((await call(listPlans, member)).status).toBe(200);
    const refused = await call(createPlan, member, {
      body: { name: "x", tier: "yearly", price_minor: 1, currency: "TRY" },
    });
    expect(refused.status).toBe(403);
  });
});
