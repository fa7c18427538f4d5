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
  timeZone: "UTC",
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
    await addRedemption(scope, await addOffer(scope, {}), use);
    await trackOrder(mine.ctx, { orderId: "a-1", total: 100, occurredAt: new Date("2026-03-01T11:00:00Z") });
    await database.sql`analyze runs`;
  });

  const runsRead = (work: (tx: WorkspaceScope) => Promise<void>) =>
    mine.scope.transaction(async (tx) => {
      const before = await rowsRead(tx, "runs");
      await work(tx);
      return (await rowsRead(tx, "runs")) - before;
    });

  it("are found for figures without a look at all the others", async () => {
    const read = await runsRead(async (tx) => {
      expect(await countRedeemers(tx, span, {})).toMatchObject([{ contacts: 1 }]);
    });
    expect(read).toBeLessThan(10);
  });

  it("are found for orders without a look at all the others", async () => {
    const read = await runsRead(async (tx) => {
      await settleOrders(tx, tx.fragment`o.order_id = 'a-1'`);
    });
    expect(read).toBeLessThan(10);
  });
});
