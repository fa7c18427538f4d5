import { beforeEach, describe, expect, it } from "vitest";
import { findHeldCode } from "@/db/queries/coupons/allocation/find-held-code";
import { mergeInto } from "@/db/queries/events/merge-people";
import { addOffer, addPeople, findDrift, keyOf } from "@/db/testing/coupon-offer";
import { useTestDatabase } from "@/db/testing/database";
import { rowsRead } from "@/db/testing/rows-read";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { newId } from "@/lib/platform/ids";
import { redeemCode } from "./redeem-code";
import { rollBackRedemption } from "./settle-redemption";

describe("when a person turns out to be another", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  let [visitor, user] = ["", ""];
  beforeEach(async () => {
    mine = await createScenario(database.sql);
    [visitor = "", user = ""] = await addPeople(mine.scope, 2);
  });

  const merge = (from = visitor, into = user) => mine.scope.transaction((tx) => mergeInto(tx, from, into));
  const redeem = (contactId: string, orderId: string, code = "HOT") =>
    redeemCode(mine.ctx, { code, contactId, order: { id: orderId, totalMinor: 1_000, currency: "TRY" } });

  it("what they took of their limits of a period goes along, and comes back exactly", async () => {
    await addOffer(mine.scope, { periodLimits: [{ scope: "contact", period: "day", max: 2 }] });
    const first = await redeem(visitor, "a");
    await redeem(user, "b");
    await merge();
    await expect(redeem(user, "c")).rejects.toMatchObject({ details: { reason: "period_limit" } });
    await rollBackRedemption(mine.ctx, { redemptionId: first.id });
    expect(await findDrift(mine.scope)).toEqual([]);
    await redeem(user, "d");
    await expect(redeem(user, "e")).rejects.toMatchObject({ details: { reason: "period_limit" } });
    expect(await findDrift(mine.scope)).toEqual([]);
  });

  it("uses of the same moment keep their person", async () => {
    await addOffer(mine.scope, { usesPerContactMax: 1 });
    const pairs = 30;
    const [from, into] = [await addPeople(mine.scope, pairs, "v"), await addPeople(mine.scope, pairs, "u")];
    for (let n = 0; n < pairs; n += 1) {
      const [visiting = "", known = ""] = [from[n], into[n]];
      const [used] = await Promise.all([redeem(visiting, `o-${n}`), merge(visiting, known)]);
      await expect(redeem(known, `p-${n}`)).rejects.toMatchObject({ details: { reason: "contact_limit" } });
      expect(used.status).toBe("redeemed");
    }
    const [lost] = await mine.scope.sql<{ count: number }>`
      select count(*)::int as count from coupon_redemptions where workspace_id = ${mine.workspaceId} and contact_id is null`;
    expect(lost?.count).toBe(0);
  });

  it("codes that were theirs stay so, with the link to them", async () => {
    const offerId = await addOffer(mine.scope, {
      codes: ["MINE", "GIVEN"],
      restrictions: { holderOnly: true },
    });
    const [batchId, runId] = [newId(), newId()];
    const { sql, id } = mine.scope;
    await sql`update coupon_codes set contact_id = ${visitor} where workspace_id = ${id} and code = 'MINE'`;
    await sql`
      insert into coupon_batches (workspace_id, id, offer_id, batch_code, name, design, quantity, created_by)
      values (${id}, ${batchId}, ${offerId}, 'BATCH-20261128-001', 'b', '{}', 1, 'me')`;
    await sql`
      update coupon_codes set batch_id = ${batchId}, seq = 0 where workspace_id = ${id} and code = 'GIVEN'`;
    await sql`
      insert into code_allocations (workspace_id, run_id, contact_id, batch_id, seq)
      values (${id}, ${runId}, ${visitor}, ${batchId}, 0)`;
    await merge();
    expect(await findHeldCode(mine.scope, { codeKey: "G1VEN", contactId: visitor })).toMatchObject({
      code: "GIVEN",
    });
    expect(await redeem(user, "a", "MINE")).toMatchObject({ status: "redeemed" });
    expect(await redeem(user, "b", "GIVEN")).toMatchObject({ status: "redeemed" });
  });

  it("the link to a code is read without a look at anybody else, however many there are", async () => {
    await mine.scope.sql`
      insert into contacts (workspace_id, id, attributes, tags)
      select ${mine.workspaceId}, uuidv7(), '{}', '{}' from generate_series(1, 2000)`;
    const [holder = ""] = await addPeople(mine.scope, 1, "holder");
    await addOffer(mine.scope, { codes: ["MINE"] });
    await mine.scope.sql`
      update coupon_codes set contact_id = ${holder} where workspace_id = ${mine.workspaceId} and code = 'MINE'`;
    await database.sql`analyze contacts`;
    const read = await mine.scope.transaction(async (tx) => {
      const before = await rowsRead(tx, "contacts");
      expect(await findHeldCode(tx, { codeKey: keyOf("MINE"), contactId: holder })).toBeDefined();
      return (await rowsRead(tx, "contacts")) - before;
    });
    expect(read).toBeLessThan(10);
  });
});
