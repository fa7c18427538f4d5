import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { addOffer, addPeople } from "@/db/testing/coupon-offer";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { TransactionContext } from "@/lib/platform/context/workspace-context";
import { newId } from "@/lib/platform/ids";
import { useHeardSignals } from "@/lib/platform/testing/heard-signals";
import { reapHolds } from "./keep-ledger";
import { holdCode, redeemCode } from "./redeem-code";
import { commitHold, releaseHold, rollBackRedemption } from "./settle-redemption";
import { validateCode } from "./validate-code";

describe("announcing that codes are used", () => {
  const database = useTestDatabase();
  const heard = useHeardSignals(database);
  let mine: Scenario;
  beforeEach(async () => {
    mine = await createScenario(database.sql);
    await addPeople(mine.scope, 3);
    await addOffer(mine.scope, { codes: ["HOT"] });
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    heard.length = 0;
  });
  afterEach(() => {
    vi.advanceTimersByTime(10_000);
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  const asked = () => ({
    code: "hot",
    externalId: "person-0",
    order: { id: newId(), totalMinor: 12_345, currency: "TRY" },
  });
  const hold = async () => ({ redemptionId: (await holdCode(mine.ctx, asked())).id });
  /** What the log is told of an act: at once, and once more when nothing has moved for a second. */
  const signalsOf = async (act: () => Promise<unknown>) => {
    await settle();
    await act().catch(() => undefined);
    return settle();
  };
  const settle = async () => {
    const count = vi.getTimerCount() * 2;
    vi.advanceTimersByTime(10_000);
    expect(vi.getTimerCount()).toBe(0);
    await expect.poll(coupons).toHaveLength(count);
    const said = coupons();
    heard.length = 0;
    return said;
  };
  const coupons = () => heard.filter(({ topic }) => topic === "coupons");

  it("tells of each use, of its end, and of what was refused", async () => {
    const { redemptionId: released } = await hold();
    const reference = await hold();
    const overdue = await hold();
    const news: [string, () => Promise<unknown>][] = [
      ["redeem", () => redeemCode(mine.ctx, asked())],
      ["hold", () => holdCode(mine.ctx, asked())],
      ["commit", () => commitHold(mine.ctx, reference)],
      ["rollback", () => rollBackRedemption(mine.ctx, reference)],
      ["release", () => releaseHold(mine.ctx, { redemptionId: released })],
      ["refused use", () => redeemCode(mine.ctx, { ...asked(), code: "nobody's" })],
      ["refused look", () => validateCode(mine.ctx, { ...asked(), code: "nobody's" })],
      ["refused settlement", () => releaseHold(mine.ctx, reference)],
    ];
    for (const [name, act] of news) {
      const said = await signalsOf(act);
      const signal = { workspaceId: mine.workspaceId, topic: "coupons", id: mine.workspaceId };
      expect(said, name).toEqual([signal, signal]);
    }
    await mine.scope.sql`
      update coupon_redemptions set hold_expires_at = now() - interval '1 hour'
      where workspace_id = ${mine.workspaceId} and id = ${overdue.redemptionId}`;
    expect(await signalsOf(() => reapHolds(mine.scope))).not.toEqual([]);
  });

  it("says nothing where nothing was written down", async () => {
    const again = { ...asked(), idempotencyKey: "k-1" };
    await redeemCode(mine.ctx, again);
    const reference = await hold();
    await commitHold(mine.ctx, reference);
    for (const act of [
      () => redeemCode(mine.ctx, again),
      () => commitHold(mine.ctx, reference),
      () => validateCode(mine.ctx, asked()),
      () => validateCode(mine.ctx, { ...asked(), code: "nobody's", at: new Date() }),
      () => releaseHold(mine.ctx, { redemptionId: mine.workspaceId }),
      () => reapHolds(mine.scope),
    ])
      expect(await signalsOf(act), String(act)).toEqual([]);
  });

  it("says nothing of a roll-back that does not commit", async () => {
    const { id: redemptionId } = await redeemCode(mine.ctx, asked());
    vi.spyOn(TransactionContext.prototype, "audit").mockRejectedValue(new Error("no room"));
    expect(await signalsOf(() => rollBackRedemption(mine.ctx, { redemptionId }))).toEqual([]);
  });

  it("makes one signal of hundreds of uses in a moment, and one more at the end", async () => {
    const said = await signalsOf(() =>
      Promise.all(Array.from({ length: 300 }, () => redeemCode(mine.ctx, asked()))),
    );
    const [ledger] = await mine.scope.sql`
      select count(*)::int as uses from coupon_redemptions where workspace_id = ${mine.workspaceId}`;
    expect(ledger?.uses).toBe(300);
    expect(said).toHaveLength(2);
  });
});
