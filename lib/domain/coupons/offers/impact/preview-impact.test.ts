import { beforeEach, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { newId } from "@/lib/platform/ids";
import { createOffer } from "../create-offer";
import type { OfferChange } from "../resolve-offer";
import { previewImpact } from "./preview-impact";

/** A Friday; in Istanbul it is 13:00. */
const friday = new Date("2026-11-27T10:00:00Z");
const hourMillis = 3_600_000;

describe("what a change of rules would have refused", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  let offerId: string;
  beforeEach(async () => {
    mine = await createScenario(database.sql);
    const startsAt = new Date("2026-11-01T00:00:00Z");
    const offer = {
      name: "x",
      kind: "percent",
      discountBasisPoints: 1_000,
      startsAt,
      currency: "TRY",
    } as const;
    offerId = (await createOffer(mine.ctx, { ...offer, usesPerContactMax: null })).id;
  });

  type Use = {
    status?: "redeemed" | "held";
    at?: Date;
    order?: number;
    email?: string;
    ordinal?: number;
    code?: string;
  };

  /** One use, and what it is counted in. */
  async function use({
    status = "redeemed",
    at = friday,
    order = 10_000,
    email,
    ordinal = 1,
    code = "A",
  }: Use = {}) {
    const { scope, workspaceId } = mine;
    const [id, contactId] = [newId(), newId()];
    await scope.sql`
      insert into contacts (workspace_id, id, external_id, attributes, tags, created_at)
      values (${workspaceId}, ${contactId}, ${contactId}, '{}', '{}', ${new Date(at.getTime() - 240 * hourMillis)})`;
    if (email) {
      await scope.sql`
        insert into subscriptions (workspace_id, id, contact_id, channel, address, address_key)
        values (${workspaceId}, ${newId()}, ${contactId}, 'email', ${email}, ${email})`;
    }
    await scope.sql`
      insert into coupon_codes (workspace_id, code_key, code, offer_id, uses) values (${workspaceId}, ${code}, ${code}, ${offerId}, 1)
      on conflict (workspace_id, code_key) do update set uses = coupon_codes.uses + 1`;
    await scope.sql`update offer_counters set taken = taken + 1 where workspace_id = ${workspaceId} and offer_id = ${offerId}`;
    await scope.sql`
      insert into coupon_redemptions (workspace_id, id, offer_id, code_key, contact_id, ordinal, status, idempotency_key,
        request_hash, hold_expires_at, redeemed_at, created_at, list_minor, paid_minor, order_minor, currency)
      values (${workspaceId}, ${id}, ${offerId}, ${code}, ${contactId}, ${ordinal}, ${status}, ${id}, 'x',
        ${status === "held" ? at : null}, ${status === "held" ? null : at}, ${at}, ${order}, ${order - 1_000}, ${order}, 'TRY')`;
  }

  const flips = async (change: OfferChange) => {
    const { redemptions, holds } = await previewImpact(mine.ctx, { offerId, ...change });
    return [
      redemptions.flipped,
      holds.flipped,
      [...redemptions.rules, ...holds.rules].map(({ rule }) => rule),
    ];
  };

  it("is nothing when nothing was redeemed or nothing changes", async () => {
    expect(await flips({ usesMax: 1 })).toEqual([0, 0, []]);
    await use();
    expect(await flips({})).toEqual([0, 0, []]);
  });

  it("counts redemptions and holds apart, the newest beyond a lower limit", async () => {
    for (let n = 0; n < 3; n += 1) await use();
    await use({ status: "held" });
    expect(await flips({ usesMax: 2 })).toEqual([1, 1, ["uses_max", "uses_max"]]);
    expect(await flips({ usesMax: 4 })).toEqual([0, 0, []]);
  });

  it.each<[string, OfferChange, string]>([
    ["a later start", { startsAt: new Date("2026-11-28T00:00:00Z") }, "window"],
    ["an earlier last day", { lastDay: "2026-11-26" }, "window"],
    ["other weekdays", { weekdays: [1, 2, 3, 4] }, "weekdays"],
    ["other hours", { hours: [{ from: 540, to: 720 }] }, "hours"],
    ["a domain", { restrictions: { domains: ["*.acme.com"] } }, "domains"],
    ["the other kind of people", { restrictions: { userTypes: ["existing"] } }, "user_types"],
    ["an older account", { restrictions: { accountAgeDaysMin: 11 } }, "account_age"],
    ["a larger order", { restrictions: { orderMinorMin: 10_001 } }, "order_minimum"],
    ["holders alone", { restrictions: { holderOnly: true } }, "holder"],
    [
      "a segment",
      { restrictions: { segment: { field: "city", operator: "equals", value: "Ankara" } } },
      "segment",
    ],
    ["a smaller budget", { budgetMinor: 999 }, "budget"],
  ])("finds %s", async (_, change, rule) => {
    await use({ email: "ayse@acme.com" });
    expect(await flips(change)).toEqual([1, 0, [rule]]);
  });

  it.each<[string, OfferChange]>([
    ["the day itself as the last", { lastDay: "2026-11-27" }],
    ["its own weekday", { weekdays: [5] }],
    ["its own hours", { hours: [{ from: 780, to: 781 }] }],
    ["its own domain", { restrictions: { domains: ["acme.com"] } }],
    ["an account of just that age", { restrictions: { accountAgeDaysMin: 10 } }],
    ["an order of just that size", { restrictions: { orderMinorMin: 10_000 } }],
    ["a first purchase", { restrictions: { firstPurchaseOnly: true, userTypes: ["new"] } }],
    ["a budget of just that much", { budgetMinor: 1_000 }],
  ])("lets pass %s", async (_, change) => {
    await use({ email: "ayse@acme.com" });
    expect(await flips(change)).toEqual([0, 0, []]);
  });

  it("counts an early hour to the night on which it began", async () => {
    await use({ at: new Date("2026-11-27T22:30:00Z") });
    const nights = [{ from: 1_320, to: 120 }];
    expect(await flips({ hours: nights, weekdays: [5] })).toEqual([0, 0, []]);
    expect(await flips({ hours: nights, weekdays: [6] })).toEqual([1, 0, ["weekdays"]]);
  });

  it("counts limits of persons, codes and periods", async () => {
    await use();
    await use({ ordinal: 2, at: new Date(friday.getTime() + hourMillis) });
    await use({ code: "B", at: new Date(friday.getTime() + 24 * hourMillis) });
    expect(await flips({ usesPerContactMax: 1 })).toEqual([1, 0, ["uses_per_contact_max"]]);
    expect(await flips({ usesPerCodeMax: 1 })).toEqual([1, 0, ["uses_per_code_max"]]);
    const daily = [{ scope: "offer", period: "day", max: 1 }] as const;
    expect(await flips({ periodLimits: [...daily] })).toEqual([1, 0, ["period_limit"]]);
  });

  it("changes nothing", async () => {
    const [before] = await mine.scope.sql`select * from offers where workspace_id = ${mine.workspaceId}`;
    await previewImpact(mine.ctx, { offerId, usesMax: 1, name: "y" });
    const [after] = await mine.scope.sql`select * from offers where workspace_id = ${mine.workspaceId}`;
    expect(after).toEqual(before);
  });
});
