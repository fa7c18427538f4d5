import { beforeEach, describe, expect, it } from "vitest";
import { addOffer, addPeople, findDrift } from "@/db/testing/coupon-offer";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { holdCode, redeemCode } from "./redeem-code";
import { commitHold, releaseHold, rollBackRedemption } from "./settle-redemption";

const order = { id: "o-1", totalMinor: 12_345, currency: "TRY" };

describe("a use of a code", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  beforeEach(async () => {
    mine = await createScenario(database.sql);
    await addPeople(mine.scope, 5);
  });

  const redeem = (more: object = {}) =>
    redeemCode(mine.ctx, { code: "hot", externalId: "person-0", order, ...more });
  const reasonOf = (asked: Promise<unknown>) =>
    asked.then(
      () => "done",
      (error: { details?: { reason?: string } }) => error.details?.reason ?? String(error),
    );

  it("takes what the offer gives, and keeps what it was worth", async () => {
    await addOffer(mine.scope, { usesMax: 3 });
    const receipt = await redeem();
    expect(receipt).toMatchObject({
      status: "redeemed",
      code: "HOT",
      price: { listMinor: 12_345, paidMinor: 11_110, discountMinor: 1_235, currency: "TRY" },
      grant: null,
    });
    expect(await findDrift(mine.scope)).toEqual([]);
  });

  it("may be held first, and is counted from then on", async () => {
    await addOffer(mine.scope, { usesMax: 1 });
    const hold = await holdCode(mine.ctx, { code: "HOT", externalId: "person-0", order });
    expect(hold).toMatchObject({ status: "held", redeemedAt: null });
    expect(await reasonOf(redeem({ externalId: "person-1" }))).toBe("exhausted");
    const reference = { redemptionId: hold.id };
    expect(await commitHold(mine.ctx, reference)).toMatchObject({ status: "redeemed", isReplayed: false });
    expect(await commitHold(mine.ctx, reference)).toMatchObject({ status: "redeemed", isReplayed: true });
    expect(await reasonOf(releaseHold(mine.ctx, reference))).toBe("already_redeemed");
    expect(await rollBackRedemption(mine.ctx, { ...reference, reason: "returned" })).toMatchObject({
      status: "rolled_back",
      reversalReason: "returned",
    });
    expect(await findDrift(mine.scope)).toEqual([]);
    expect(await redeem({ externalId: "person-1" })).toMatchObject({ status: "redeemed" });
  });
});
