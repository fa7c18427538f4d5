import { beforeEach, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario, signInMember } from "@/db/testing/scenario";
import { toUuid } from "@/lib/contracts/wire/ids";
import { displayStates } from "@/lib/domain/coupons/offers/offer";
import { call } from "@/lib/platform/testing/call";
import { POST as createPlan } from "../plans/route";
import { POST as activate } from "./[offer_id]/activate/route";
import { POST as archive } from "./[offer_id]/archive/route";
import { POST as duplicate } from "./[offer_id]/duplicate/route";
import { POST as pause } from "./[offer_id]/pause/route";
import { DELETE, GET as getOffer, PATCH } from "./[offer_id]/route";
import { POST as unarchive } from "./[offer_id]/unarchive/route";
import { POST as createOffer, GET as listOffers } from "./route";

const acts = { activate, pause, archive, unarchive };

const uuidOf = (id: unknown) => toUuid(String(id).slice(4));

describe("offers over HTTP", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  beforeEach(async () => {
    mine = await createScenario(database.sql);
  });

  const create = (body: object = {}) =>
    call(createOffer, mine.apiKey, {
      body: { name: "Bahar", kind: "percent", discount_basis_points: 1_500, ...body },
    });
  const made = async (body: object = {}) => ({ offer_id: String((await create(body)).body.id) });
  const patch = (params: { offer_id: string }, body: object) => call(PATCH, mine.apiKey, { params, body });
  const act = (name: keyof typeof acts, params: { offer_id: string }) =>
    call(acts[name], mine.apiKey, { params, body: {} });
  const names = async (query: Record<string, string> = {}) => {
    const { body } = await call(listOffers, mine.apiKey, { query: { limit: "100", ...query } });
    return (body.data as { name: string }[]).map(({ name }) => name);
  };
  const take = (params: { offer_id: string }, taken: number) =>
    mine.scope.sql`
      update offer_counters set taken = ${taken}
      where workspace_id = ${mine.workspaceId} and offer_id = ${uuidOf(params.offer_id)}`;

  it("makes a draft with a counter of the same limit, in one go", async () => {
    const { status, body } = await create({ uses_max: 100 });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      state: "draft",
      display_state: "draft",
      uses_max: 100,
      uses_per_contact_max: 1,
      taken: 0,
      time_zone: "Europe/Istanbul",
      restrictions: {},
      stacking_class: "exclusive",
    });
    const [counter] = await mine.scope.sql`
      select uses_max, taken from offer_counters where workspace_id = ${mine.workspaceId} and offer_id = ${uuidOf(body.id)}`;
    expect(counter).toEqual({ usesMax: 100, taken: 0 });
  });

  it("takes 0 and null for without limit and for ever, and gives 0 where source 001 promises it", async () => {
    const zero = { uses_max: 0, uses_per_contact_max: 0, ends_at: 0, cost_minor: 0 };
    const none = Object.fromEntries(Object.keys(zero).map((name) => [name, null]));
    const told = { uses_max: 0, ends_at: 0, uses_per_contact_max: null, cost_minor: null };
    for (const sent of [zero, none]) {
      const { body } = await create({ ...sent, name: "z" });
      expect(body).toMatchObject({ ...told, duration_months: null });
      const read = await call(getOffer, mine.apiKey, { params: { offer_id: String(body.id) } });
      expect(read.body).toEqual(body);
    }
    const kept = await mine.scope.sql`
      select distinct uses_max, ends_at from offers where workspace_id = ${mine.workspaceId} and name = 'z'`;
    expect(kept).toEqual([{ usesMax: null, endsAt: null }]);
  });

  it("lasts as its plan does, in its currency", async () => {
    const plan = await call(createPlan, mine.apiKey, {
      body: { name: "Yıllık", tier: "yearly", price_minor: 1, currency: "TRY" },
    });
    const offer = await create({
      kind: "membership",
      discount_basis_points: undefined,
      plan_id: plan.body.id,
    });
    expect(offer.body).toMatchObject({ duration_months: 12, currency: "TRY", plan_name: "Yıllık" });
    const wrong = await patch({ offer_id: String(offer.body.id) }, { version: 1, duration_months: 3 });
    expect(wrong).toMatchObject({ status: 422, body: { errors: [{ pointer: "duration_months" }] } });
    const params = { offer_id: String(offer.body.id) };
    const paid = await patch(params, { version: 1, currency: null, cost_minor: 5 });
    expect(paid).toMatchObject({ status: 200, body: { currency: "TRY", cost_minor: 5 } });
  });

  it("ends as the day after the last day begins, in its own zone, and keeps the day in other edits", async () => {
    const params = await made({ starts_at: "2026-12-01T00:00:00Z", last_day: "2026-12-05" });
    const read = () => call(getOffer, mine.apiKey, { params });
    expect((await read()).body).toMatchObject({
      ends_at: "2026-12-05T21:00:00.000Z",
      last_day: "2026-12-05",
    });
    expect((await patch(params, { version: 1, name: "Yeni" })).body.ends_at).toBe("2026-12-05T21:00:00.000Z");
    const moved = await patch(params, { version: 2, time_zone: "America/New_York" });
    expect(moved.body).toMatchObject({ ends_at: "2026-12-06T05:00:00.000Z", last_day: "2026-12-05" });
    const told = await patch(params, { version: 3, ends_at: "2026-12-24T00:00:00Z" });
    expect(told.body).toMatchObject({ ends_at: "2026-12-24T00:00:00.000Z", last_day: null });
  });

  it("shows one state, in the list as in the badge", async () => {
    const past = { starts_at: "2020-01-01T00:00:00Z" };
    const offers = {
      draft: await made({ name: "draft" }),
      scheduled: await made({ name: "scheduled", starts_at: "2199-01-01T00:00:00Z" }),
      active: await made({ name: "active", ...past }),
      paused: await made({ name: "paused", ...past }),
      exhausted: await made({ name: "exhausted", ...past, uses_max: 3 }),
      expired: await made({ name: "expired", ...past, ends_at: "2021-01-01T00:00:00Z" }),
      archived: await made({ name: "archived" }),
    };
    for (const [state, params] of Object.entries(offers)) {
      if (state !== "draft") await act("activate", params);
    }
    await act("pause", offers.paused);
    await act("archive", offers.archived);
    await take(offers.exhausted, 3);
    for (const state of displayStates) {
      expect(await names({ state }), state).toEqual([state]);
      const { body } = await call(getOffer, mine.apiKey, { params: offers[state] });
      expect(body.display_state).toBe(state);
    }
    expect(await names({ sort: "name" })).not.toContain("archived");
  });

  it("goes only where the transition table leads", async () => {
    const params = await made();
    const status = async (name: keyof typeof acts) => (await act(name, params)).status;
    expect(await status("pause")).toBe(409);
    expect(await status("unarchive")).toBe(409);
    expect(await status("activate")).toBe(200);
    expect(await status("activate")).toBe(409);
    expect((await call(DELETE, mine.apiKey, { params })).status).toBe(409);
    expect(await status("pause")).toBe(200);
    expect(await status("activate")).toBe(200);
    expect(await status("archive")).toBe(200);
    expect(await patch(params, { version: 5, name: "x" })).toMatchObject({
      status: 409,
      body: { reason: "offer_state", from: "archived" },
    });
    expect((await act("unarchive", params)).body.state).toBe("paused");
  });

  it("refuses a stale version and a change of nature once it was live", async () => {
    const params = await made();
    expect((await patch(params, { version: 9, name: "x" })).body).toMatchObject({ reason: "offer_stale" });
    await act("activate", params);
    const change = {
      version: 2,
      kind: "fixed",
      discount_minor: 500,
      discount_basis_points: null,
      currency: "TRY",
    };
    expect(await patch(params, change)).toMatchObject({
      status: 409,
      body: { reason: "offer_nature_fixed", errors: [{ pointer: "kind" }] },
    });
  });

  it("never lets the limit fall below what is taken, with takers racing the edit", async () => {
    const params = await made({ uses_max: 1_000 });
    const takeOne = () =>
      mine.scope.sql`
        update offer_counters set taken = taken + 1
        where workspace_id = ${mine.workspaceId} and offer_id = ${uuidOf(params.offer_id)}
          and (uses_max is null or taken < uses_max)`;
    const edits = [40, 30, 20, 10].map((uses_max) => patch(params, { version: 1, uses_max }));
    const [answers] = await Promise.all([
      Promise.all(edits),
      Promise.all(Array.from({ length: 60 }, takeOne)),
    ]);
    expect(answers.every(({ status }) => [200, 409].includes(status))).toBe(true);
    const { body } = await call(getOffer, mine.apiKey, { params });
    const [counter] = await mine.scope.sql<{ usesMax: number; taken: number }>`
      select uses_max, taken from offer_counters where workspace_id = ${mine.workspaceId}`;
    expect(counter?.usesMax).toBe(body.uses_max);
    expect(counter?.taken).toBeLessThanOrEqual(counter?.usesMax ?? 0);
    const taken = Number(counter?.taken);
    const below = await patch(params, { version: body.version, uses_max: taken - 1 });
    expect(below).toMatchObject({
      status: 409,
      body: { reason: "uses_below_taken", taken, errors: [{ pointer: "uses_max" }] },
    });
    expect((await patch(params, { version: body.version, uses_max: taken })).status).toBe(200);
    expect((await patch(params, { version: Number(body.version) + 1, uses_max: 0 })).body.uses_max).toBe(0);
  });

  it("copies rules without codes, and deletes a draft", async () => {
    const params = await made({ weekdays: [1, 5], restrictions: { domains: ["*.Acme.com"] } });
    const copy = await call(duplicate, mine.apiKey, { params, body: {} });
    expect(copy).toMatchObject({
      status: 201,
      body: {
        name: "Bahar (2)",
        weekdays: [1, 5],
        restrictions: { domains: ["*.acme.com"] },
        codes: 0,
        taken: 0,
      },
    });
    expect((await call(DELETE, mine.apiKey, { params })).status).toBe(204);
    expect((await call(getOffer, mine.apiKey, { params })).status).toBe(404);
  });

  it("lists, searches, filters and pages once through", async () => {
    for (const name of ["Çılgın", "B", "C"]) await made({ name, goal: name === "B" ? "retention" : null });
    await made({
      name: "Sabit",
      kind: "fixed",
      discount_basis_points: null,
      discount_minor: 500,
      currency: "TRY",
    });
    expect(await names({ q: "cilgin" })).toEqual(["Çılgın"]);
    expect(await names({ kind: "fixed" })).toEqual(["Sabit"]);
    expect(await names({ goal: "retention" })).toEqual(["B"]);
    const first = await call(listOffers, mine.apiKey, { query: { limit: "3", sort: "name" } });
    const rest = await names({ sort: "name", after: String(first.body.next_cursor) });
    expect([...(first.body.data as { name: string }[]).map(({ name }) => name), ...rest].sort()).toEqual(
      ["B", "C", "Sabit", "Çılgın"].sort(),
    );
  });

  it("lets a member read and not write", async () => {
    const member = await signInMember(database.sql, mine, "member");
    expect((await call(listOffers, member)).status).toBe(200);
    expect((await call(createOffer, member, { body: { name: "x", kind: "percent" } })).status).toBe(403);
  });
});
