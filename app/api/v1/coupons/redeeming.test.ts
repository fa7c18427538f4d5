import { beforeEach, describe, expect, it } from "vitest";
import { SystemScope } from "@/db/scope";
import { addOffer, addPeople, findDrift, keyOf } from "@/db/testing/coupon-offer";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario, signInMember } from "@/db/testing/scenario";
import { guessBudgets } from "@/lib/domain/coupons/redemptions/guess-budgets";
import { purgeTraces } from "@/lib/domain/coupons/redemptions/keep-ledger";
import type { RouteHandler } from "@/lib/platform/http/route";
import { newId } from "@/lib/platform/ids";
import { call } from "@/lib/platform/testing/call";
import { POST as createKey } from "../api-keys/route";
import { POST as commitHold } from "./commit/route";
import { POST as holdCode } from "./hold/route";
import { POST as redeemCode } from "./redeem/route";
import { POST as releaseHold } from "./release/route";
import { POST as rollBack } from "./rollback/route";
import { POST as validateCode } from "./validate/route";

const shop = "https://shop.example.com";
const order = { id: "o-1", total_minor: 10_000, currency: "TRY" };

describe("coupons over HTTP", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  let offerId: string;
  beforeEach(async () => {
    mine = await createScenario(database.sql);
    await addPeople(mine.scope, 3);
    offerId = await addOffer(mine.scope, { usesMax: 2, codes: ["İNDİRİM-20"] });
  });

  const asked = { code: "indirim 2O", external_id: "person-0", order };
  const post = (handler: RouteHandler, body: unknown, headers: Record<string, string> = {}) =>
    call(handler, mine.apiKey, { body, headers });
  const redeem = (more: object = {}, headers = {}) => post(redeemCode, { ...asked, ...more }, headers);
  const refusals = () => mine.scope.sql<{ act: string; reason: string; codeKey: string; ip: string | null }>`
    select act, reason, code_key, ip from coupon_refusals where workspace_id = ${mine.workspaceId} order by id`;
  const publishableKey = async () => {
    const body = { name: "Shop", kind: "publishable", origins: [shop], scopes: ["coupons.redeem"] };
    const { body: key } = await call(createKey, await signInMember(database.sql, mine, "owner"), { body });
    return (code: string, ip: string, handler = validateCode) =>
      call(handler, String(key.secret), {
        body: { ...asked, code },
        headers: { origin: shop, "x-real-ip": ip },
      });
  };

  it.each(["indirim20", "İNDİRİM20", "ındırım-20", "INDIRIM2O", " i n d i r i m – 2 0 "])(
    "takes %s for İNDİRİM-20",
    async (code) => {
      expect(await post(validateCode, { ...asked, code })).toMatchObject({
        status: 200,
        body: { is_valid: true, reason: null, price: { paid_minor: 9_000, discount_minor: 1_000 } },
      });
    },
  );

  it("walk from hold to rollback, each repeat answered like the first", async () => {
    const held = await post(holdCode, { ...asked, hold_seconds: 60 });
    expect(held).toMatchObject({ status: 200, body: { status: "held", redeemed_at: null, order_id: "o-1" } });
    const body = { redemption_id: held.body.id };
    for (const [handler, status] of [
      [commitHold, "redeemed"],
      [rollBack, "rolled_back"],
    ] as const) {
      const [first, again] = [await post(handler, body), await post(handler, body)];
      expect(first).toMatchObject({ status: 200, body: { id: held.body.id, status } });
      expect(again.body).toEqual(first.body);
      expect([first, again].map(({ headers }) => headers.get("idempotent-replayed"))).toEqual([null, "true"]);
    }
    expect(await post(releaseHold, body)).toMatchObject({
      status: 409,
      body: { reason: "already_reversed" },
    });
    const audited = await mine.scope.sql`
      select action from audit_log where workspace_id = ${mine.workspaceId} and target_kind = 'redemption'`;
    expect(audited).toEqual([{ action: "redemption.rolled_back" }]);
  });

  it("keep an Idempotency-Key with the redemption: a repeat is replayed, another body is 422", async () => {
    const key = { "idempotency-key": "k-1" };
    const [first, again] = [await redeem({}, key), await redeem({}, key)];
    expect(again.body).toEqual(first.body);
    expect(again.headers.get("idempotent-replayed")).toBe("true");
    expect(await redeem({ source: "sms" }, key)).toMatchObject({
      status: 422,
      body: { reason: "idempotency_conflict" },
    });
    expect(await redeem({}, { "idempotency-key": "x".repeat(256) })).toMatchObject({ status: 400 });
    const stored = await mine.scope
      .sql`select key from idempotency_keys where workspace_id = ${mine.workspaceId}`;
    expect(stored).toEqual([]);
  });

  it("say why not, in the caller's language, and write it down", async () => {
    expect(await redeem({ code: "NOPE" })).toMatchObject({ status: 422, body: { reason: "not_found" } });
    const turkish = await redeem({ code: "NOPE" }, { "accept-language": "tr", "x-real-ip": "203.0.113.7" });
    expect(turkish.body.detail).toBe("Böyle bir kod yok. Yazımı denetleyin.");
    await mine.scope.sql`update offers set state = 'paused' where workspace_id = ${mine.workspaceId}`;
    expect(await redeem()).toMatchObject({ status: 409, body: { reason: "paused" } });
    expect(await post(validateCode, { ...asked, at: "2030-01-01T00:00:00Z" })).toMatchObject({
      body: { is_valid: false, reason: "paused" },
    });
    expect(await refusals()).toEqual([
      { act: "redeem", reason: "not_found", codeKey: "N0PE", ip: null },
      { act: "redeem", reason: "not_found", codeKey: "N0PE", ip: "203.0.113.7" },
      { act: "redeem", reason: "paused", codeKey: keyOf("İNDİRİM-20"), ip: null },
    ]);
  });

  it.each([
    ["no code", { code: "" }],
    ["no person", { external_id: undefined }],
    ["two persons", { contact_id: "con_0199aa5c3f7e7c1a8a3d5b9c2e4f6a10" }],
    ["a negative order", { order: { ...order, total_minor: -1 } }],
    ["half a kuruş", { order: { ...order, total_minor: 0.5 } }],
    ["a currency in words", { order: { ...order, currency: "lira" } }],
    ["a currency that is none", { order: { ...order, currency: "XQZ" } }],
    ["a source that is none", { source: "pigeon" }],
    ["a field of its own", { discount: 100 }],
    ["nested metadata", { metadata: { a: { b: 1 } } }],
    ["a NUL in the order's id", { order: { ...order, id: "a\u0000" } }],
  ])("refuse %s by name and take nothing", async (_, wrong) => {
    const { status, body } = await redeem(wrong);
    expect(status, JSON.stringify(body)).toBe(400);
    expect(body.errors).not.toEqual([]);
    expect(await findDrift(mine.scope)).toEqual([]);
  });

  it("know nobody who is not there", async () => {
    expect(await redeem({ external_id: "stranger" })).toMatchObject({
      status: 422,
      body: { reason: "unknown_contact", errors: [{ pointer: "external_id" }] },
    });
  });

  it("are redeemed by those who may, and rolled back by fewer", async () => {
    const viewer = await signInMember(database.sql, mine, "viewer");
    const member = await signInMember(database.sql, mine, "member");
    expect((await call(redeemCode, viewer, { body: asked })).status).toBe(403);
    const { status, body } = await call(redeemCode, member, { body: asked });
    expect(status).toBe(200);
    expect((await call(rollBack, member, { body: { redemption_id: body.id } })).status).toBe(403);
  });

  it("tell a till which rule is not met, in its language", async () => {
    await addOffer(mine.scope, { codes: ["BIG"], restrictions: { orderMinorMin: 10_001 } });
    const said = async (language: string) => {
      const { body } = await redeem({ code: "BIG" }, { "accept-language": language });
      return [body.rule, body.detail];
    };
    expect(await said("en")).toEqual(["order_minimum", "The order is below the minimum of the offer."]);
    expect(await said("tr")).toEqual(["order_minimum", "Sipariş, teklifin alt tutarından küçük."]);
  });

  it("tell a page one and the same refusal for whatever is wrong, and let it take nothing", async () => {
    const ask = await publishableKey();
    const good = await ask("indirim20", "203.0.113.1");
    expect(good.body).toMatchObject({ is_valid: true });
    await addOffer(mine.scope, { codes: ["OVER"], endsAt: new Date("2021-01-01T00:00:00Z") });
    await addOffer(mine.scope, { codes: ["FULL"], usesMax: 1 });
    await redeem({ code: "FULL", external_id: "person-1" });
    const texts = new Set<string>();
    for (const code of ["NOPE", "OVER", "FULL"]) texts.add((await ask(code, "203.0.113.1")).text);
    expect([...texts]).toEqual([
      JSON.stringify({
        is_valid: false,
        reason: "not_redeemable",
        rule: null,
        seen: null,
        needed: null,
        price: null,
        grant: null,
      }),
    ]);
    expect((await refusals()).map(({ reason }) => reason)).toEqual(["not_found", "expired", "exhausted"]);
    expect(await ask("indirim20", "203.0.113.1", redeemCode)).toMatchObject({
      status: 403,
      body: { reason: "secret_key_required" },
    });
  });

  it("listen no longer to an address that guesses, not even when it guesses right", async () => {
    const ask = await publishableKey();
    const { quota } = guessBudgets.network;
    await mine.scope.sql`delete from rate_limits`;
    const guess = async (n: number) => {
      await mine.scope.sql`delete from rate_limits where key like 'coupon:contact:%'`;
      return (await ask(`WRONG${n}`, "203.0.113.9")).status;
    };
    for (let n = 0; n < quota; n += 1) expect(await guess(n)).toBe(200);
    await mine.scope.sql`delete from rate_limits where key like 'coupon:contact:%'`;
    const late = await ask("indirim20", "203.0.113.9");
    expect(late).toMatchObject({ status: 429, body: { reason: "too_many_guesses" } });
    expect(Number(late.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await ask("indirim20", "203.0.113.10")).body.is_valid).toBe(true);
  });

  it("listen no longer to a person who guesses, wherever they come from", async () => {
    for (let n = 0; n < guessBudgets.contact.quota; n += 1) await redeem({ code: `WRONG${n}` });
    expect((await redeem()).status).toBe(429);
    expect((await redeem({ external_id: "person-1" })).status).toBe(200);
  });

  it("raise an alarm once when somebody tries a honeytoken, and call it not found", async () => {
    await mine.scope.sql`
      update coupon_codes set is_honeytoken = true where workspace_id = ${mine.workspaceId} and offer_id = ${offerId}`;
    for (const _ of [1, 2])
      expect(await redeem()).toMatchObject({ status: 422, body: { reason: "not_found" } });
    expect((await refusals()).map(({ reason }) => reason)).toEqual(["honeytoken", "honeytoken"]);
    const audited = await mine.scope.sql`
      select action from audit_log where workspace_id = ${mine.workspaceId} and action like 'coupon.%'`;
    expect(audited).toEqual([{ action: "coupon.guessing_noticed" }]);
  });

  it("look sold out only when they are: a hold that is over gives way at once", async () => {
    await addOffer(mine.scope, { codes: ["ONE"], usesPerCodeMax: 1, usesPerContactMax: 1, usesMax: 1 });
    const one = { code: "ONE", external_id: "person-1" };
    const { body } = await post(holdCode, { ...asked, ...one });
    expect((await redeem(one)).status).toBe(409);
    await mine.scope.sql`
      update coupon_redemptions set hold_expires_at = now() where workspace_id = ${mine.workspaceId} and status = 'held'`;
    expect(await post(commitHold, { redemption_id: body.id })).toMatchObject({
      body: { reason: "hold_expired" },
    });
    expect((await redeem({ ...one, external_id: "person-2" })).status).toBe(200);
    expect(await post(commitHold, { redemption_id: body.id })).toMatchObject({
      body: { reason: "hold_expired" },
    });
    expect(await findDrift(mine.scope)).toEqual([]);
  });

  it("keep addresses and browsers for thirty days, and the rest", async () => {
    await redeem({}, { "x-real-ip": "203.0.113.7", "user-agent": "Till" });
    await redeem({ code: "NOPE" }, { "x-real-ip": "203.0.113.7" });
    const traces = () => mine.scope.sql`
      select host(ip) as ip, user_agent from coupon_redemptions where workspace_id = ${mine.workspaceId}
      union all select host(ip), user_agent from coupon_refusals where workspace_id = ${mine.workspaceId}`;
    const system = SystemScope.mint(database.sql);
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
    await purgeTraces(system, inDays(29));
    expect(await traces()).toEqual([
      { ip: "203.0.113.7", userAgent: "Till" },
      { ip: "203.0.113.7", userAgent: null },
    ]);
    await purgeTraces(system, inDays(31), 1);
    expect(await traces()).toEqual([
      { ip: null, userAgent: null },
      { ip: null, userAgent: null },
    ]);
    await purgeTraces(system, inDays(181));
    expect(await refusals()).toEqual([]);
    expect(await traces()).toHaveLength(1);
  });

  it("tell automations that wait for it", async () => {
    await mine.scope.sql`
      insert into event_listeners (workspace_id, event_name) values (${mine.workspaceId}, 'coupon_redeemed')`;
    await redeem();
    const [event] = await mine.scope.sql<{ id: string; properties: Record<string, unknown> }>`
      select id, properties from events where workspace_id = ${mine.workspaceId} and name = 'coupon_redeemed'`;
    expect(event?.properties).toMatchObject({ paid_minor: 9_000, order_id: "o-1", currency: "TRY" });
    const handed = await database.sql`
      select data from workflow.outbox where id = ${`event-${mine.workspaceId}-${event?.id ?? newId()}`}`;
    expect(handed).toHaveLength(1);
  });

  it("a page cannot find codes by naming them beside a good one", async () => {
    await addOffer(mine.scope, { codes: ["ONE"], stackingClass: "a", stacksWith: ["a"] });
    await addOffer(mine.scope, { codes: ["TWO"], stackingClass: "a", stacksWith: ["a"] });
    const { quota } = guessBudgets.contact;
    const beside = (word: string) => post(validateCode, { ...asked, code: "ONE", stack_with: [word] });
    expect(await beside("TWO")).toMatchObject({ status: 200, body: { is_valid: true } });
    for (let n = 0; n < quota; n += 1) await beside(`WRONG${n}`);
    expect((await beside("TWO")).status).toBe(429);
  });

  it("keeps the address of a neighbour on the same network without the network card", async () => {
    expect((await redeem({}, { "x-real-ip": "fe80::1%eth0" })).status).toBe(200);
    const [row] = await mine.scope.sql<{ ip: string }>`
      select host(ip) as ip from coupon_redemptions where workspace_id = ${mine.workspaceId}`;
    expect(row?.ip).toBe("fe80::1");
  });
});
