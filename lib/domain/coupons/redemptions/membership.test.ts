import { beforeEach, describe, expect, it } from "vitest";
import { mergeInto } from "@/db/queries/events/merge-people";
import { addOffer, addPeople, addPlan } from "@/db/testing/coupon-offer";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import type { MembershipTier, Term } from "../plans/plan";
import { holdCode, redeemCode } from "./redeem-code";
import { commitHold, rollBackRedemption } from "./settle-redemption";
import { redeemAlone } from "./testing/redeem-alone";

describe("a membership", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  const plans: Partial<Record<MembershipTier, string>> = {};
  beforeEach(async () => {
    mine = await createScenario(database.sql, { timeZone: "Europe/Istanbul" });
    await addPeople(mine.scope, 2);
    plans.trial = await addPlan(mine.scope, "trial", { durationDays: 14 });
    plans.monthly = await addPlan(mine.scope, "monthly", { durationMonths: 1 });
    plans.yearly = await addPlan(mine.scope, "yearly", { durationMonths: 12 });
    plans.unlimited = await addPlan(mine.scope, "unlimited");
  });

  const offer = (tier: MembershipTier, term: Partial<Term>, more: object = {}) =>
    addOffer(mine.scope, { kind: "membership", planId: plans[tier] ?? "", codes: [tier], ...term, ...more });
  const redeem = (code: string) => redeemCode(mine.ctx, { code, externalId: "person-0" });

  async function standing() {
    const [row] = await mine.scope.sql<{
      tier: string;
      anchorAt: Date;
      expiresAt: Date | null;
      monthsGranted: number;
    }>`
      select tier, anchor_at, expires_at, months_granted from memberships where workspace_id = ${mine.workspaceId}`;
    return row;
  }

  /** As if everything had been redeemed at that moment. */
  async function anchorAt(instant: string) {
    await mine.scope.sql`
      update coupon_redemptions set redeemed_at = ${instant}::text::timestamptz
      where workspace_id = ${mine.workspaceId}`;
    await mine.scope.sql`
      select settle_membership(${mine.workspaceId}, contact_id) from coupon_redemptions where workspace_id = ${mine.workspaceId} limit 1`;
  }

  it("keeps plan and prices as they were, and what an order says was paid", async () => {
    await offer("monthly", { durationMonths: 1 });
    expect(await redeem("monthly")).toMatchObject({
      price: { listMinor: 120_000, paidMinor: 90_000, discountMinor: 30_000, currency: "TRY" },
      grant: { planId: plans.monthly, tier: "monthly", months: 1, days: null },
    });
    await mine.scope
      .sql`update membership_plans set price_minor = 999999 where workspace_id = ${mine.workspaceId}`;
    const order = { id: "o-2", totalMinor: 5_000, currency: "TRY" };
    const paid = await redeemCode(mine.ctx, { code: "monthly", externalId: "person-1", order });
    expect(paid.price).toMatchObject({ listMinor: 999_999, paidMinor: 5_000 });
    const [first] = await mine.scope.sql<{ listMinor: string }>`
      select list_minor::text from coupon_redemptions where workspace_id = ${mine.workspaceId} order by id limit 1`;
    expect(first?.listMinor).toBe("120000");
  });

  it("counts months from its anchor: after 31 January and 28 February comes 31 March", async () => {
    await offer("monthly", { durationMonths: 1 }, { stackingClass: "m", stacksWith: ["m"] });
    const ends: (string | undefined)[] = [];
    for (const _ of [1, 2, 3]) {
      await redeem("monthly");
      await anchorAt("2027-01-31T09:00:00Z");
      ends.push((await standing())?.expiresAt?.toISOString());
    }
    expect(ends).toEqual([
      "2027-02-28T09:00:00.000Z",
      "2027-03-31T09:00:00.000Z",
      "2027-04-30T09:00:00.000Z",
    ]);
  });

  it("starts a term when the one before it ends, and begins anew after a gap", async () => {
    await offer("monthly", { durationMonths: 1 });
    const first = await redeem("monthly");
    const second = await redeem("monthly");
    expect(second.grant?.startsAt).toEqual(first.grant?.expiresAt);
    expect(await standing()).toMatchObject({ monthsGranted: 2, anchorAt: first.redeemedAt });
    await anchorAt("2020-05-05T00:00:00Z");
    const later = await redeem("monthly");
    expect(later.grant?.startsAt).toEqual(later.redeemedAt);
    expect(await standing()).toMatchObject({ monthsGranted: 1 });
  });

  it("is never shortened nor renamed by a trial", async () => {
    await offer("yearly", { durationMonths: 12 });
    await offer("trial", { durationDays: 14 });
    await redeem("yearly");
    const before = await standing();
    await redeem("trial");
    const after = await standing();
    expect(after?.tier).toBe("yearly");
    expect((after?.expiresAt?.getTime() ?? 0) - (before?.expiresAt?.getTime() ?? 0)).toBe(14 * 86_400_000);
  });

  it("without an end absorbs every other term, and gives them back when it is taken back", async () => {
    await offer("monthly", { durationMonths: 1 });
    await offer("unlimited", {});
    await redeem("monthly");
    const forever = await redeem("unlimited");
    expect(forever.grant).toMatchObject({ months: null, days: null, expiresAt: null });
    await redeem("monthly");
    expect(await standing()).toMatchObject({ tier: "unlimited", expiresAt: null });
    await rollBackRedemption(mine.ctx, { redemptionId: forever.id });
    expect(await standing()).toMatchObject({ tier: "monthly", monthsGranted: 2 });
  });

  it("loses the term that is rolled back, and those after it move up", async () => {
    await offer("monthly", { durationMonths: 1 });
    const first = await redeem("monthly");
    const second = await redeem("monthly");
    await rollBackRedemption(mine.ctx, { redemptionId: first.id });
    const [row] = await mine.scope.sql<{ startsAt: Date }>`
      select starts_at from coupon_redemptions where workspace_id = ${mine.workspaceId} and id = ${second.id}`;
    expect(row?.startsAt).toEqual(second.redeemedAt);
    await rollBackRedemption(mine.ctx, { redemptionId: second.id });
    expect(await standing()).toBeUndefined();
  });

  it("ends with the year 2199 where its terms would go on longer, and can still be read", async () => {
    await offer("yearly", { durationMonths: 1_200 });
    for (let n = 0; n < 3; n += 1) await redeem("yearly");
    const { grant } = await redeem("yearly");
    expect(grant).toMatchObject({ expiresAt: new Date("2200-01-01T00:00:00Z") });
    expect(await standing()).toMatchObject({
      expiresAt: new Date("2200-01-01T00:00:00Z"),
      monthsGranted: 4_800,
    });
  });

  it("goes along when its person turns out to be somebody known already", async () => {
    await offer("monthly", { durationMonths: 1 }, { usesPerContactMax: 3 });
    const mine0 = await redeem("monthly");
    const other = await redeemCode(mine.ctx, { code: "monthly", externalId: "person-1" });
    const [from, into] = [other.contactId ?? "", mine0.contactId ?? ""];
    await mine.ctx.transaction((tx) => mergeInto(tx.scope, from, into));
    expect(await standing()).toMatchObject({ monthsGranted: 2 });
    await redeem("monthly");
    await expect(redeem("monthly")).rejects.toMatchObject({ details: { reason: "contact_limit" } });
  });

  it("is granted when a hold is committed, not before", async () => {
    await offer("monthly", { durationMonths: 1 });
    const hold = await holdCode(mine.ctx, { code: "monthly", externalId: "person-0" });
    expect(await standing()).toBeUndefined();
    const { grant } = await commitHold(mine.ctx, { redemptionId: hold.id });
    expect(grant?.startsAt).toBeInstanceOf(Date);
    expect(await standing()).toMatchObject({ tier: "monthly" });
  });

  it("terms of many offers at once follow each other without a gap or an overlap", async () => {
    const codes = Array.from({ length: 24 }, (_, n) => `MONTH-${n}`);
    for (const code of codes) await offer("monthly", { durationMonths: 1 }, { codes: [code] });
    const outcomes = await Promise.all(
      codes.map((code) => redeemAlone(mine.ctx, { code, externalId: "person-0" })),
    );
    expect(new Set(outcomes)).toEqual(new Set(["redeemed"]));
    const rows = await mine.scope.sql<{ startsAt: Date; expiresAt: Date }>`
      select starts_at, expires_at from coupon_redemptions where workspace_id = ${mine.workspaceId} order by starts_at`;
    expect(rows.slice(1).map(({ startsAt }) => startsAt)).toEqual(
      rows.slice(0, -1).map(({ expiresAt }) => expiresAt),
    );
    expect(await standing()).toMatchObject({ monthsGranted: 24 });
  });

  it.each([
    ["never", "refused"],
    ["until_start", "refused"],
    ["always", "done"],
  ] as const)("that has begun may be rolled back under the policy %s: %s", async (reversal, expected) => {
    await offer("monthly", { durationMonths: 1 }, { reversal });
    const [first, second] = [await redeem("monthly"), await redeem("monthly")];
    const rollBack = (redemptionId: string) =>
      rollBackRedemption(mine.ctx, { redemptionId }).then(
        () => "done",
        (error: { details: { reason: string } }) => error.details.reason.replace("reversal_", ""),
      );
    expect(await rollBack(first.id)).toBe(expected);
    // Its term lies ahead.
    expect(await rollBack(second.id)).toBe(reversal === "never" ? "refused" : "done");
    const [refused] = await mine.scope.sql<{ count: number }>`
      select count(*)::int as count from coupon_refusals where workspace_id = ${mine.workspaceId}`;
    expect(refused?.count).toBe({ never: 2, until_start: 1, always: 0 }[reversal]);
  });
});
