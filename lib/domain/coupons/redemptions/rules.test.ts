import { beforeEach, describe, expect, it } from "vitest";
import { addOffer, addPeople } from "@/db/testing/coupon-offer";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { newId } from "@/lib/platform/ids";
import { redeemCode } from "./redeem-code";
import { redeemAlone } from "./testing/redeem-alone";
import { validateCode } from "./validate-code";

type OfferParts = NonNullable<Parameters<typeof addOffer>[1]>;

const order = (totalMinor: number, currency = "TRY") => ({ id: "o-1", totalMinor, currency });

describe("a rule of an offer", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  let people: string[];
  beforeEach(async () => {
    mine = await createScenario(database.sql);
    people = await addPeople(mine.scope, 3);
  });

  const ask = (more: Partial<Parameters<typeof validateCode>[1]> = {}) =>
    validateCode(mine.ctx, { code: "HOT", externalId: "person-0", order: order(10_000), ...more });
  const told = async (more: Partial<Parameters<typeof validateCode>[1]> = {}) => {
    const { isValid, reason, rule, seen, needed } = await ask(more);
    return isValid ? "valid" : [reason, rule, seen, needed];
  };
  const give = (parts: OfferParts = {}) => addOffer(mine.scope, parts);
  const mail = (contactId: string | undefined, address: string) =>
    mine.scope.sql`
      insert into subscriptions (workspace_id, id, contact_id, channel, address, address_key)
      values (${mine.workspaceId}, ${newId()}, ${contactId}, 'email', ${address}, ${address.toLowerCase()})`;

  it.each([
    ["draft", ["not_active", null, "draft", "active"]],
    ["archived", ["not_active", null, "archived", "active"]],
    ["paused", ["paused", null, null, null]],
  ])("lets nobody in while it is %s", async (state, answer) => {
    await give({ state });
    expect(await told()).toEqual(answer);
  });

  it("holds from its start until before its end", async () => {
    await give({ startsAt: new Date("2027-01-01T00:00:00Z"), endsAt: new Date("2027-02-01T00:00:00Z") });
    const at = (instant: string) => told({ at: new Date(instant) });
    expect((await at("2026-12-31T23:59:59.999Z"))[0]).toBe("not_started");
    expect(await at("2027-01-01T00:00:00Z")).toBe("valid");
    expect(await at("2027-01-31T23:59:59.999Z")).toBe("valid");
    expect(await at("2027-02-01T00:00:00Z")).toEqual([
      "expired",
      null,
      "2027-02-01T00:00:00.000Z",
      "2027-02-01T00:00:00.000Z",
    ]);
  });

  it("knows weekdays and hours in its own zone, and counts a night to the day on which it began", async () => {
    // Friday evenings until two in Istanbul, three hours ahead of UTC.
    await give({ weekdays: [5], hours: [{ from: 22 * 60, to: 2 * 60 }] });
    const at = (instant: string) => told({ at: new Date(instant) });
    expect(await at("2027-01-01T19:00:00Z")).toBe("valid");
    expect(await at("2027-01-01T22:59:00Z")).toBe("valid");
    expect((await at("2027-01-01T23:00:00Z")).slice(0, 3)).toEqual(["not_now", "hours", "02:00"]);
    expect((await at("2027-01-01T18:59:00Z"))[1]).toBe("hours");
    expect((await at("2027-01-02T19:00:00Z")).slice(0, 4)).toEqual(["not_now", "weekdays", "6", "5"]);
    expect((await at("2026-12-31T22:00:00Z"))[1], "Friday at one belongs to Thursday").toBe("weekdays");
  });

  it.each([
    ["person@company.com", ["company.com"], true],
    ["person@Company.com", ["company.com"], true],
    ["person@sub.company.com", ["company.com"], false],
    ["person@sub.company.com", ["*.company.com"], true],
    ["person@company.com", ["*.company.com"], false],
    ["person@evil-company.com", ["company.com", "*.company.com"], false],
    ["person@company.com.evil.com", ["company.com", "*.company.com"], false],
  ])("takes %s under the domains %s: %s", async (address, domains, isIn) => {
    await give({ restrictions: { domains } });
    expect((await told())[2]).toBe(null);
    await mail(people[0], address);
    const answer = await told();
    expect(answer === "valid").toBe(isIn);
    if (!isIn) expect(answer.slice(0, 2)).toEqual(["not_eligible", "domains"]);
  });

  it("asks for the address that mail goes to, not for one that is no longer active", async () => {
    await give({ restrictions: { domains: ["company.com"] } });
    await mail(people[0], "person@company.com");
    await mine.scope
      .sql`update subscriptions set status = 'invalid' where workspace_id = ${mine.workspaceId}`;
    await mail(people[0], "person@elsewhere.com");
    expect(await told()).toEqual(["not_eligible", "domains", "elsewhere.com", "company.com"]);
  });

  it("tells new people from those who have redeemed or ordered", async () => {
    await give({ restrictions: { userTypes: ["new"] } });
    await give({ codes: ["OLD"], restrictions: { userTypes: ["existing"] } });
    expect(await told({ code: "OLD" })).toEqual(["not_eligible", "user_types", "new", "existing"]);
    await redeemCode(mine.ctx, { code: "HOT", externalId: "person-0", order: order(100) });
    expect(await told()).toEqual(["not_eligible", "user_types", "existing", "new"]);
    expect(await told({ code: "OLD", order: { ...order(100), id: "o-2" } })).toBe("valid");
  });

  it("counts the days since somebody is known", async () => {
    await give({ restrictions: { accountAgeDaysMin: 30 } });
    expect(await told()).toEqual(["not_eligible", "account_age", "0", "30"]);
    expect(await told({ at: new Date(Date.now() + 30 * 86_400_000 + 1_000) })).toBe("valid");
  });

  it("gives a first purchase once, however many offers are asked for at once", async () => {
    const codes = Array.from({ length: 40 }, (_, n) => `FIRST-${n}`);
    for (const code of codes) await give({ codes: [code], restrictions: { firstPurchaseOnly: true } });
    const outcomes = await Promise.all(
      codes.map((code) =>
        redeemAlone(mine.ctx, { code, externalId: "person-0", order: { ...order(100), id: code } }),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === "redeemed")).toHaveLength(1);
  });

  it("asks for an order, its currency and its minimum", async () => {
    await give({ currency: "TRY", restrictions: { orderMinorMin: 5_000 } });
    expect(await told({ order: undefined })).toEqual(["not_eligible", "order", null, null]);
    expect(await told({ order: order(10_000, "EUR") })).toEqual(["not_eligible", "currency", "EUR", "TRY"]);
    expect(await told({ order: order(4_999) })).toEqual(["not_eligible", "order_minimum", "4999", "5000"]);
    expect(await told({ order: order(5_000) })).toBe("valid");
  });

  it("asks whether somebody is in its segment, and of the segment as it is now", async () => {
    const id = await give({
      restrictions: { segment: { field: "country", operator: "equals", value: "TR" } },
    });
    expect(await told()).toEqual(["not_eligible", "segment", null, null]);
    await mine.scope
      .sql`update contacts set country = 'TR' where workspace_id = ${mine.workspaceId} and id = ${people[0]}`;
    expect(await told()).toBe("valid");
    await expect(
      redeemCode(mine.ctx, { code: "HOT", externalId: "person-1", order: order(1) }),
    ).rejects.toMatchObject({ details: { reason: "not_eligible", rule: "segment" } });
    await mine.scope.sql`
      update offers set version = version + 1, restrictions = '{"version": 1}' where workspace_id = ${mine.workspaceId} and id = ${id}`;
    expect(await told({ externalId: "person-1" })).toBe("valid");
  });

  it("keeps a code for whom it was made for", async () => {
    await give({ codes: ["HERS", "ANYBODYS"], restrictions: {} });
    await give({ codes: ["GIVEN"], restrictions: { holderOnly: true } });
    await mine.scope.sql`
      update coupon_codes set contact_id = ${people[1]} where workspace_id = ${mine.workspaceId} and code = 'HERS'`;
    expect((await told({ code: "HERS" }))[0]).toBe("not_holder");
    expect(await told({ code: "HERS", externalId: "person-1" })).toBe("valid");
    expect(await told({ code: "ANYBODYS" })).toBe("valid");
    expect((await told({ code: "GIVEN" }))[0]).toBe("not_holder");
  });

  it("combines with classes that it names and that name it, and sees what the order has already", async () => {
    await give({ codes: ["SHIP"], stackingClass: "shipping", stacksWith: ["goods"] });
    await give({ codes: ["GOODS"], stackingClass: "goods", stacksWith: ["shipping"] });
    await give({ codes: ["DEAF"], stackingClass: "other", stacksWith: ["goods"] });
    await give({ codes: ["ALONE"] });
    const together = (code: string, ...stackWith: string[]) => told({ code, stackWith });
    expect(await together("SHIP", "GOODS")).toBe("valid");
    expect((await together("DEAF", "GOODS")).slice(0, 3)).toEqual(["stacking_conflict", "stacking", "G00DS"]);
    expect((await together("ALONE", "GOODS"))[0]).toBe("stacking_conflict");
    expect((await together("GOODS", "NOSUCH"))[0]).toBe("stacking_conflict");
    await redeemCode(mine.ctx, { code: "GOODS", externalId: "person-0", order: order(100) });
    expect((await together("ALONE"))[0]).toBe("stacking_conflict");
    expect(await together("SHIP")).toBe("valid");
  });

  it.each([
    [{ discountBasisPoints: 1_000 }, 9_995, 1_000],
    [{ discountBasisPoints: 5_000, discountMinorMax: 2_000, currency: "TRY" }, 10_000, 2_000],
    [{ discountBasisPoints: 10_000 }, 77, 77],
    [{ kind: "fixed", discountMinor: 5_000, currency: "TRY" }, 3_000, 3_000],
    [{ kind: "fixed", discountMinor: 5_000, currency: "TRY" }, 9_000, 5_000],
  ] as [OfferParts, number, number][])("%j of %i is %i", async (parts, total, discountMinor) => {
    await give(parts);
    const { price } = await ask({ order: order(total) });
    expect(price).toEqual({
      listMinor: total,
      paidMinor: total - discountMinor,
      discountMinor,
      currency: "TRY",
    });
  });

  it("counts uses of a period, and anew in the next", async () => {
    await give({
      periodLimits: [{ scope: "contact", period: "day", max: 1 }],
      stackingClass: "a",
      stacksWith: ["a"],
    });
    const redeem = (externalId: string) =>
      redeemCode(mine.ctx, { code: "HOT", externalId, order: order(100) });
    await redeem("person-0");
    await expect(redeem("person-0")).rejects.toMatchObject({
      code: "conflict",
      details: { reason: "period_limit", rule: "contact_day", seen: "1", needed: "1" },
    });
    await redeem("person-1");
    expect(await told({ at: new Date(Date.now() + 86_400_000) })).toBe("valid");
  });
});
