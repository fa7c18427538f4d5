import { beforeEach, describe, expect, it } from "vitest";
import type { WorkspaceScope } from "@/db/scope";
import { addOffer, addPeople, findDrift } from "@/db/testing/coupon-offer";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { reapHolds } from "./keep-ledger";
import { holdCode, redeemCode } from "./redeem-code";
import { commitHold, releaseHold, rollBackRedemption } from "./settle-redemption";
import { useRedeemingProcesses } from "./testing/redeem-in-processes";
import type { Orders } from "./testing/redeeming-process";

const order = { id: "o", totalMinor: 1_000, currency: "TRY" };
const processCount = 3;
const connections = 22;

describe("under any concurrency", () => {
  const database = useTestDatabase();
  const redeemInProcesses = useRedeemingProcesses();
  let mine: Scenario;
  beforeEach(async () => {
    mine = await createScenario(database.sql);
  });

  const live = async (scope: WorkspaceScope): Promise<number> => {
    const [row] = await scope.sql<{ count: number }>`
      select count(*)::int as count from coupon_redemptions where workspace_id = ${scope.id} and status in ('held', 'redeemed')`;
    return row?.count ?? 0;
  };
  const attempt = (people: string[][], isAlone: boolean, more: Partial<Orders> = {}) =>
    redeemInProcesses(
      people.map((each) => ({
        url: database.url,
        workspaceId: mine.workspaceId,
        codes: ["HOT"],
        connections,
        people: each,
        isAlone,
        ...more,
      })),
    );
  const inProcesses = (people: string[]) =>
    Array.from({ length: processCount }, (_, n) => people.filter((_, index) => index % processCount === n));

  it.each([
    ["in calls that they share", false],
    ["each in a call of its own", true],
  ])(
    "5,000 attempts of three processes on 66 connections use an offer of 100 exactly 100 times, %s",
    async (_, isAlone) => {
      await addOffer(mine.scope, { usesMax: 100 });
      await addPeople(mine.scope, 5_000);
      const outcomes = await attempt(
        inProcesses(Array.from({ length: 5_000 }, (_, n) => `person-${n}`)),
        isAlone,
      );
      expect(outcomes).toEqual(
        isAlone
          ? { redeemed: 100, exhausted: expect.any(Number), lost: expect.any(Number) }
          : { redeemed: 100, exhausted: 4_900 },
      );
      expect(await live(mine.scope)).toBe(100);
      expect(await findDrift(mine.scope)).toEqual([]);
    },
  );

  it.each([false, true])(
    "a person uses an offer of three a person exactly three times (alone: %s)",
    async (isAlone) => {
      await addOffer(mine.scope, { usesPerContactMax: 3, stackingClass: "a", stacksWith: ["a"] });
      await addPeople(mine.scope, 2);
      const people = Array.from({ length: 600 }, (_, n) => `person-${n % 2}`);
      const outcomes = await attempt(inProcesses(people), isAlone);
      expect(outcomes).toEqual({ redeemed: 6, contact_limit: 594 });
      expect(await findDrift(mine.scope)).toEqual([]);
    },
  );

  it("a person makes a first purchase once, of whichever offer", async () => {
    const codes = Array.from({ length: 20 }, (_, n) => `FIRST-${n}`);
    for (const code of codes)
      await addOffer(mine.scope, { codes: [code], restrictions: { firstPurchaseOnly: true } });
    await addPeople(mine.scope, 20);
    const people = Array.from({ length: 1_200 }, (_, n) => `person-${Math.floor(n / 60)}`);
    // Codes differ between the processes' attempts of one moment.
    const outcomes = await attempt(inProcesses(people), true, { codes });
    expect(outcomes).toMatchObject({ redeemed: 20 });
  });

  it("a budget and the limits of a period are kept to the unit, and each code to its uses", async () => {
    await addOffer(mine.scope, {
      budgetMinor: 2_050,
      currency: "TRY",
      usesPerCodeMax: 30,
      periodLimits: [{ scope: "offer", period: "day", max: 1_000 }],
    });
    await addPeople(mine.scope, 300);
    const people = Array.from({ length: 300 }, (_, n) => `person-${n}`);
    // Each gives 100 of 2,050 away.
    expect(await attempt(inProcesses(people), false)).toEqual({ redeemed: 20, budget_exhausted: 280 });
    expect(await findDrift(mine.scope)).toEqual([]);
  });

  it("holds, commits, releases, rollbacks and reapers leave every sum as the ledger has it", async () => {
    await addOffer(mine.scope, {
      usesMax: 40,
      usesPerContactMax: 3,
      budgetMinor: 1_000_000,
      currency: "TRY",
      stackingClass: "a",
      stacksWith: ["a"],
      periodLimits: [
        { scope: "contact", period: "week", max: 50 },
        { scope: "code", period: "month", max: 500 },
      ],
      codes: ["HOT", "WARM"],
    });
    await addPeople(mine.scope, 30);
    const { ctx, scope } = mine;
    const ignore = () => undefined;
    const acts = Array.from({ length: 900 }, async (_, n) => {
      const asked = { code: n % 2 ? "HOT" : "WARM", externalId: `person-${n % 30}`, order };
      if (n % 9 === 0) return reapHolds(scope);
      if (n % 3 === 0) {
        const done = await redeemCode(ctx, asked).catch(ignore);
        if (done && n % 2 === 0) await rollBackRedemption(ctx, { redemptionId: done.id });
        return done;
      }
      const held = await holdCode(ctx, { ...asked, holdSeconds: n % 4 ? 60 : 0 }).catch(ignore);
      if (!held) return held;
      const reference = { redemptionId: held.id };
      return Promise.allSettled([
        releaseHold(ctx, reference),
        ...(n % 5 ? [commitHold(ctx, reference), commitHold(ctx, reference)] : []),
      ]);
    });
    await Promise.all(acts);
    expect(await findDrift(scope)).toEqual([]);
    await scope.sql`
      update coupon_redemptions set hold_expires_at = now() where workspace_id = ${scope.id} and status = 'held'`;
    await Promise.all(Array.from({ length: 4 }, () => reapHolds(scope)));
    expect(await findDrift(scope)).toEqual([]);
    expect(await live(scope)).toBeLessThanOrEqual(40);
  });

  it.each([false, true])(
    "200 repeats of one key in three processes make one redemption (alone: %s)",
    async (isAlone) => {
      await addOffer(mine.scope, { usesMax: 500 });
      await addPeople(mine.scope, 1);
      const people = inProcesses(Array.from({ length: 200 }, () => "person-0"));
      expect(await attempt(people, isAlone, { idempotencyKey: "once" })).toEqual({
        redeemed: 1,
        replayed: 199,
      });
      expect(await live(mine.scope)).toBe(1);
      expect(await findDrift(mine.scope)).toEqual([]);
    },
  );

  it("another body under a key is refused, and the first stays as it was", async () => {
    await addOffer(mine.scope, { usesMax: 500 });
    await addPeople(mine.scope, 2);
    const asked = { code: "HOT", externalId: "person-0", order, idempotencyKey: "once" };
    const { id } = await redeemCode(mine.ctx, asked);
    for (const other of [{ externalId: "person-1" }, { order: { ...order, totalMinor: 2 } }])
      await expect(redeemCode(mine.ctx, { ...asked, ...other })).rejects.toMatchObject({
        code: "unprocessable",
        details: { reason: "idempotency_conflict" },
      });
    await expect(holdCode(mine.ctx, asked)).rejects.toMatchObject({ code: "unprocessable" });
    expect(await redeemCode(mine.ctx, { ...asked, code: "h o t" })).toMatchObject({ id, isReplayed: true });
    expect(await live(mine.scope)).toBe(1);
  });
});
