import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { insertOffer } from "@/db/testing/offer";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { createBatch } from "@/lib/domain/coupons/batches/create-batch";
import { getBatch } from "@/lib/domain/coupons/batches/get-batch";
import { useSandbox } from "@/lib/platform/testing/sandbox";
import { useWorkerProcess } from "@/lib/platform/testing/worker-process";

/** `PUSHPILOT_TEST_CODES=1000000 PUSHPILOT_TEST_KILLS=30` is the whole of it; by default a small one. */
const quantity = Number(process.env.PUSHPILOT_TEST_CODES ?? 300_000);
const kills = Number(process.env.PUSHPILOT_TEST_KILLS ?? 5);

describe("a worker that is killed at random while it writes codes", () => {
  const database = useTestDatabase();
  const sandbox = useSandbox();
  const worker = useWorkerProcess({ database, sandbox, settings: { PUSHPILOT_LEASE_SECONDS: "1" } });
  let mine: Scenario;
  let offerId: string;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
    offerId = await insertOffer(mine);
  });

  it("loses no code, writes none twice, and its receipt is true", { timeout: 600_000 }, async () => {
    const { batch } = await createBatch(mine.ctx, { offerId, quantity });
    const read = () => getBatch(mine.ctx, { batchId: batch.id });
    const generated = async () => (await read()).generated;
    for (let kill = 0; kill < kills; kill += 1) {
      const enough = (await generated()) + 1 + Math.floor(Math.random() * 0.9 * (quantity / (kills + 1)));
      worker.start();
      await expect.poll(generated, { timeout: 120_000, interval: 5 }).toBeGreaterThanOrEqual(enough);
      await worker.kill();
    }
    const left = quantity - (await generated());
    worker.start();
    await expect
      .poll(async () => (await read()).status, { timeout: 240_000, interval: 100 })
      .toBe("completed");
    const { receipt } = await read();
    expect(receipt).toMatchObject({ requested: quantity, generated: quantity, distinct: quantity });
    const [rows] = await mine.scope.sql<{ count: number; distinct: number; first: number; last: number }>`
      select count(*)::int as count, count(distinct code_key)::int as distinct, min(seq) as first, max(seq) as last
      from coupon_codes where workspace_id = ${mine.workspaceId} and batch_id = ${batch.id}`;
    expect(rows).toEqual({ count: quantity, distinct: quantity, first: 0, last: quantity - 1 });
    expect(left).toBeGreaterThan(0);
  });
});
