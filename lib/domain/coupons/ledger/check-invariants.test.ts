import { beforeEach, describe, expect, it } from "vitest";
import { addOffer, addPeople, keyOf } from "@/db/testing/coupon-offer";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { redeemCode } from "@/lib/domain/coupons/redemptions/redeem-code";
import { newId } from "@/lib/platform/ids";
import { auditCoupons, checkInvariants } from "./check-invariants";

describe("the invariant monitor", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  let offerId: string;
  beforeEach(async () => {
    mine = await createScenario(database.sql);
    const [contactId] = await addPeople(mine.scope, 2);
    offerId = await addOffer(mine.scope, {
      usesMax: 100,
      usesPerCodeMax: 50,
      usesPerContactMax: 3,
      periodLimits: [{ scope: "contact", period: "day", max: 3 }],
      budgetMinor: 100_000,
      currency: "TRY",
    });
    for (const key of ["first", "second"])
      await redeemCode(mine.ctx, {
        code: "HOT",
        contactId,
        order: { id: key, totalMinor: 10_000, currency: "TRY" },
        idempotencyKey: key,
      });
  });

  const found = async () => {
    const { checks } = await checkInvariants(mine.ctx);
    return checks.flatMap(({ invariant, findings }) =>
      findings.map(({ seen, needed }) => `${invariant} ${seen} ${needed}`),
    );
  };

  it("is content with what the verbs leave behind", async () => {
    expect(await found()).toEqual([]);
  });

  const corruptions: [string, (sql: Scenario["scope"]) => Promise<unknown>, RegExp[]][] = [
    [
      "a counter that went on alone",
      ({ sql, id }) => sql`update offer_counters set taken = 3 where workspace_id = ${id}`,
      [/^offer_counter 3 2$/],
    ],
    [
      "a counter that is gone",
      ({ sql, id }) => sql`delete from offer_counters where workspace_id = ${id}`,
      [/^offer_counter 0 2$/],
    ],
    [
      "uses of a code that nobody made",
      ({ sql, id }) => sql`update coupon_codes set uses = 5 where workspace_id = ${id}`,
      [/^code_counter 5 2$/],
    ],
    [
      "a use of a code that is gone",
      ({ sql, id }) => sql`delete from coupon_codes where workspace_id = ${id}`,
      [/^code_counter 0 2$/],
    ],
    [
      "a day and a budget that took too little",
      ({ sql, id }) => sql`update offer_limits set taken = 1 where workspace_id = ${id}`,
      [/^limit_counter 1 2000$/, /^limit_counter 1 2$/],
    ],
    [
      "an offer over its limit",
      ({ sql, id }) => sql`update offers set uses_max = 1 where workspace_id = ${id}`,
      [/^offer_over_limit 2 1$/],
    ],
    [
      "a code over its limit",
      ({ sql, id }) => sql`update offers set uses_per_code_max = 1 where workspace_id = ${id}`,
      [/^code_over_limit 2 1$/],
    ],
    [
      "somebody over their limit",
      ({ sql, id }) => sql`update offers set uses_per_contact_max = 1 where workspace_id = ${id}`,
      [/^contact_over_limit 2 1$/],
    ],
    [
      "a budget that was overspent",
      ({ sql, id }) => sql`update offers set budget_minor = 1500 where workspace_id = ${id}`,
      [/^budget_over_limit 2000 1500$/],
    ],
    [
      "a hold that was forgotten",
      ({ sql, id }) => sql`
        update coupon_redemptions set status = 'held', redeemed_at = null, hold_expires_at = now() - interval '6 minutes'
        where workspace_id = ${id} and idempotency_key like '%first'`,
      [/^overdue_hold /],
    ],
    [
      "a redemption that was taken out by hand",
      ({ sql, id }) => sql`
        update coupon_redemptions set status = 'rolled_back' where workspace_id = ${id} and idempotency_key like '%first'`,
      [/^offer_counter 2 1$/, /^code_counter 2 1$/, /^limit_counter 2000 1000$/, /^limit_counter 2 1$/],
    ],
  ];

  it.each(corruptions)("finds %s, and repairs nothing", async (_, corrupt, expected) => {
    await corrupt(mine.scope);
    const first = await found();
    expect(first).toHaveLength(expected.length);
    for (const pattern of expected) expect(first).toContainEqual(expect.stringMatching(pattern));
    expect(await found()).toEqual(first);
  });

  it("finds a batch whose codes are not as many as it says", async () => {
    const { sql, id } = mine.scope;
    await sql`
      insert into coupon_batches (workspace_id, id, offer_id, batch_code, name, status, design, quantity, generated, created_by)
      values (${id}, ${newId()}, ${offerId}, 'BATCH-20260101-001', 'Cards', 'completed', '{}', 3, 3, 'test')`;
    await sql`
      insert into coupon_codes (workspace_id, code_key, code, offer_id, batch_id, seq)
      select ${id}, 'CARD' || n, 'CARD' || n, ${offerId}, b.id, n from coupon_batches b cross join generate_series(0, 1) n
      where b.workspace_id = ${id}`;
    expect(await found()).toEqual(["batch_receipt 2 3"]);
  });

  it("keeps what the night found, and tells the audit log only of what is off", async () => {
    expect(await auditCoupons(mine.ctx)).toEqual({ off: 0 });
    await mine.scope.sql`update offer_counters set taken = 9 where workspace_id = ${mine.workspaceId}`;
    expect(await auditCoupons(mine.ctx)).toEqual({ off: 1 });
    const { nightly } = await checkInvariants(mine.ctx);
    expect(nightly).toMatchObject({ off: 1 });
    const entries = await mine.scope.sql`
      select action, after from audit_log where workspace_id = ${mine.workspaceId} and action = 'coupon.drift_found'`;
    expect(entries).toEqual([{ action: "coupon.drift_found", after: { offer_counter: 1 } }]);
  });

  it("takes a code that was given to nobody for guessing, and a few typing errors for none", async () => {
    const refuse = (reason: string, count: number) => mine.scope.sql`
      insert into coupon_refusals (workspace_id, id, act, reason, code_key)
      select ${mine.workspaceId}, i.id, 'validate', ${reason}, ${keyOf("WRONG")}
      from unnest(${Array.from({ length: count }, () => newId())}::uuid[]) as i(id)`;
    await refuse("not_found", 20);
    expect((await checkInvariants(mine.ctx)).misses).toMatchObject({
      missed: 20,
      attempts: 22,
      isUnusual: false,
    });
    await refuse("not_found", 1);
    expect((await checkInvariants(mine.ctx)).misses.isUnusual).toBe(true);
    await mine.scope.sql`delete from coupon_refusals where workspace_id = ${mine.workspaceId}`;
    await refuse("honeytoken", 1);
    expect((await checkInvariants(mine.ctx)).misses).toMatchObject({ honeytokens: 1, isUnusual: true });
  });
});
