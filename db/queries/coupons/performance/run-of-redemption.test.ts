import { beforeAll, describe, expect, it } from "vitest";
import type { WorkspaceScope } from "@/db/scope";
import { useTestDatabase } from "@/db/testing/database";
import { rowsRead } from "@/db/testing/rows-read";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { addOffer, addRedemption } from "@/lib/domain/coupons/performance/testing/ledger";
import { trackOrder } from "@/lib/domain/coupons/performance/testing/orders";
import { settleOrders } from "./settle-orders";
import { countRedeemers } from "./sum-performance";

const span = {
  from: new Date("2026-03-01T00:00:00Z"),
  to: new Date("2026-03-02T00:00:00Z"),
};

describe("the runs that brought codes", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
    const { scope, workspaceId } = mine;
    const [run] = await scope.sql<{ id: string }>`
      insert into runs (workspace_id, id, kind, status, channel, category, contents, send_at)
      select ${workspaceId}, uuidv7(), 'transactional', 'finished', 'sms', 'transactional', '[]', now()
      from generate_series(1, 2000)
      returning id`;
    const use = { at: new Date("2026-03-01T10:15:00Z"), runId: run?.id ?? "" };
    const offer = await addOffer(scope, {});
    await addRedemption(scope, offer, use);
    await trackOrder(mine.ctx, { orderId: "a-1", total: 100, occurredAt: new Date("2026-03-01T11:00:00Z") });
    await trackOrder(mine.ctx, { orderId: "a-2", total: 100, occurredAt: new Date("2025-03-01T11:00:00Z") });
    await scope.sql`
      insert into coupon_codes (workspace_id, code_key, code, batch_id, seq, offer_id)
      select ${workspaceId}, 'K' || n, 'K' || n, ${offer.batchId}, n, ${offer.id} from generate_series(1, 2000) n`;
    await scope.sql`
      insert into code_allocations (workspace_id, run_id, contact_id, batch_id, seq)
      select ${workspaceId}, ${use.runId}, uuidv7(), ${offer.batchId}, n from generate_series(1, 2000) n`;
    await database.sql`analyze runs, coupon_codes, code_allocations`;
  });

  const readOf = (table: string, work: (tx: WorkspaceScope) => Promise<unknown>) =>
    mine.scope.transaction(async (tx) => {
      const before = await rowsRead(tx, table);
      await work(tx);
      return (await rowsRead(tx, table)) - before;
    });

  it("are found for figures without a look at all the others", async () => {
    const read = await readOf("runs", async (tx) => {
      expect(await countRedeemers(tx, span, {})).toMatchObject([{ contacts: 1 }]);
    });
    expect(read).toBeLessThan(10);
  });

  it.each(["a-1", "a-2"])(
    "are found for order %s without a look at all the others, or at all codes",
    async (order) => {
      const settle = (tx: WorkspaceScope) => settleOrders(tx, tx.fragment`o.order_id = ${order}`);
      expect(await readOf("runs", settle)).toBeLessThan(10);
      expect(await readOf("coupon_codes", settle)).toBeLessThan(10);
      expect(await readOf("code_allocations", settle)).toBeLessThan(10);
    },
  );
});
