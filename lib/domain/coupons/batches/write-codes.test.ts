import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { insertOffer } from "@/db/testing/offer";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { workOfJob } from "@/inngest/functions/jobs/run-job";
import { getJob } from "@/lib/domain/jobs/get-job";
import { pauseJob } from "@/lib/domain/jobs/pause-job";
import { runJobSlice } from "@/lib/domain/jobs/run-job-slice";
import { cancelBatch, resumeBatch } from "./change-batch";
import { createBatch } from "./create-batch";
import { getBatch } from "./get-batch";
import { writeCodes } from "./write-codes";

describe("the codes of a batch", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  let offerId: string;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
    offerId = await insertOffer(mine);
  });

  const make = (quantity: number, more: object = {}) => createBatch(mine.ctx, { offerId, quantity, ...more });
  const topUp = (id: string, upTo: number) => mine.scope.transaction((tx) => writeCodes(tx, id, upTo));
  const run = async (jobId: string, options = {}) => {
    while ((await runJobSlice(mine.ctx, jobId, workOfJob, options)) !== "ended");
  };
  const codesOf = async (id: string) =>
    mine.scope.sql<{ seq: number; codeKey: string }>`
      select seq, code_key from coupon_codes where workspace_id = ${mine.workspaceId} and batch_id = ${id}
        and not is_honeytoken order by seq`;

  it("are all there and all different at the end, and the receipt says so", async () => {
    const { batch, job } = await make(45_000, { honeytokens: 7 });
    expect(batch).toMatchObject({ status: "pending", generated: 0, receipt: null });
    await run(job.id, { sliceMillis: 0 });
    const done = await getBatch(mine.ctx, { batchId: batch.id });
    expect(done).toMatchObject({ status: "completed", generated: 45_000 });
    expect(done.receipt).toMatchObject({
      requested: 45_000,
      generated: 45_000,
      distinct: 45_000,
      replaced: 0,
    });
    const codes = await codesOf(batch.id);
    expect(codes.map(({ seq }) => seq)).toEqual(Array.from({ length: 45_000 }, (_, n) => n));
    expect(new Set(codes.map(({ codeKey }) => codeKey)).size).toBe(45_000);
    const [planted] = await mine.scope.sql<{ count: number }>`
      select count(*)::int as count from coupon_codes where workspace_id = ${mine.workspaceId}
        and batch_id = ${batch.id} and is_honeytoken and seq is null`;
    expect(planted?.count).toBe(7);
  });

  it("are the same whoever writes them, and in whichever portions", async () => {
    const { batch, job } = await make(45_000);
    await run(job.id);
    const whole = await codesOf(batch.id);
    expect(whole).toHaveLength(45_000);
    await mine.scope.transaction(async (tx) => {
      await tx.sql`delete from coupon_codes where workspace_id = ${tx.id} and batch_id = ${batch.id}`;
      await tx.sql`update coupon_batches set generated = 0 where workspace_id = ${tx.id} and id = ${batch.id}`;
    });
    for (const upTo of [1, 7, 19_999, 20_003, 50_000]) await topUp(batch.id, upTo);
    expect(await codesOf(batch.id)).toEqual(whole);
  });

  it("that exist already are replaced, and only those", async () => {
    const { batch } = await make(3_000);
    await topUp(batch.id, 1_000);
    const first = await codesOf(batch.id);
    await mine.scope.transaction(async (tx) => {
      await tx.sql`
        update coupon_codes set batch_id = null, seq = null
        where workspace_id = ${tx.id} and batch_id = ${batch.id} and seq in (3, 500, 999)`;
      await tx.sql`delete from coupon_codes where workspace_id = ${tx.id} and batch_id = ${batch.id}`;
      await tx.sql`update coupon_batches set generated = 0 where workspace_id = ${tx.id} and id = ${batch.id}`;
    });
    expect(await topUp(batch.id, 3_000)).toEqual({ generated: 3_000, written: 3_000, replaced: 3 });
    const again = await codesOf(batch.id);
    expect(again).toHaveLength(3_000);
    const changed = first.filter(({ codeKey }, at) => again[at]?.codeKey !== codeKey).map(({ seq }) => seq);
    expect(changed).toEqual([3, 500, 999]);
  });

  it("come once when a job and two campaigns write at the same time", async () => {
    const { batch, job } = await make(30_000);
    await Promise.all([
      run(job.id, { sliceMillis: 0 }),
      ...[5_000, 12_000, 21_000].map((upTo) => topUp(batch.id, upTo)),
    ]);
    const done = await getBatch(mine.ctx, { batchId: batch.id });
    expect(done).toMatchObject({ status: "completed", receipt: { generated: 30_000, distinct: 30_000 } });
  });

  it("wait while the batch is paused, go on from there, and end when it is cancelled", async () => {
    const { batch, job } = await make(60_000);
    await topUp(batch.id, 100);
    await pauseJob(mine.ctx, { jobId: job.id });
    const read = () => getBatch(mine.ctx, { batchId: batch.id });
    expect((await read()).status).toBe("paused");
    expect(await runJobSlice(mine.ctx, job.id, workOfJob)).toBe("ended");
    expect((await read()).generated).toBe(100);
    expect((await resumeBatch(mine.ctx, { batchId: batch.id })).status).toBe("pending");
    await runJobSlice(mine.ctx, job.id, workOfJob, { sliceMillis: 1 });
    expect((await read()).status).toBe("generating");
    const cancelled = await cancelBatch(mine.ctx, { batchId: batch.id });
    expect(cancelled).toMatchObject({ status: "cancelled" });
    const { generated } = cancelled;
    expect((await topUp(batch.id, 60_000)).generated).toBe(generated);
    expect(await codesOf(batch.id)).toHaveLength(generated);
  });

  it("that were lost end the batch as failed, with the number", async () => {
    const { batch, job } = await make(1_000);
    await topUp(batch.id, 1_000);
    await mine.scope.sql`
      delete from coupon_codes where workspace_id = ${mine.workspaceId} and batch_id = ${batch.id} and seq = 77`;
    await run(job.id);
    expect((await getJob(mine.ctx, { jobId: job.id })).status).toBe("failed");
    const failed = await getBatch(mine.ctx, { batchId: batch.id });
    expect(failed.status).toBe("failed");
    expect(failed.errorDetail).toContain("Of 1000 codes 999 are there");
  });

  it("are numbered by local day, each number once, however many batches are made at once", async () => {
    const other = await createScenario(database.sql);
    const offer = await insertOffer(other);
    const made = await Promise.all(
      Array.from({ length: 12 }, () => createBatch(other.ctx, { offerId: offer, quantity: 1 })),
    );
    const codes = made.map(({ batch }) => batch.batchCode).sort();
    expect(codes.map((code) => code.slice(-3))).toEqual(
      Array.from({ length: 12 }, (_, n) => String(n + 1).padStart(3, "0")),
    );
    expect(codes[0]).toMatch(/^BATCH-\d{8}-001$/);
  });
});
