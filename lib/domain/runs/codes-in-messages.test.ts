import { beforeAll, describe, expect, it } from "vitest";
import { setBatchDisabled } from "@/db/queries/coupons/batches/write-batch";
import { leaseChunk, recordIntent } from "@/db/queries/runs/chunks";
import { findRunTotals } from "@/db/queries/runs/run-totals";
import { findRun } from "@/db/queries/runs/runs";
import { insertTestBatch, readStock } from "@/db/testing/coupon-batch";
import { useTestDatabase } from "@/db/testing/database";
import { openTestRun } from "@/db/testing/open-run";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import { useSandbox } from "@/lib/platform/testing/sandbox";
import { closeRun } from "./close-run";
import { deliverChunk } from "./deliver-chunk";
import { giveCodes } from "./sending/give-codes";

describe("codes in messages", () => {
  const database = useTestDatabase();
  const sandbox = useSandbox({ PUSHPILOT_LEASE_SECONDS: "2" });
  let mine: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
    await mine.ctx.transaction(createSandboxProviders);
  });

  const body = "Your code: {{ coupon.code }}.";
  const devices = (name: string, count: number) =>
    Array.from({ length: count }, (_, n) => `${name}-device-${n}`);
  const codes = (name: string, count: number) =>
    Array.from({ length: count }, (_, n) => `${name}-${100 + n}`);
  const deliver = (runId: string) => deliverChunk(mine.ctx, { runId, chunkNo: 1 });
  const totals = (runId: string) => findRunTotals(mine.scope, runId);
  const open = (addresses: string[], batchId: string, more: Parameters<typeof openTestRun>[3] = {}) =>
    openTestRun(mine, "app_push", addresses, { body, couponBatchId: batchId, ...more });
  const shownTo = async (address: string): Promise<string> =>
    JSON.stringify((await sandbox.readMessages({ to: address })).requests);
  const allocations = (runId: string) => mine.scope.sql<{ contactId: string; seq: number }>`
    select contact_id, seq from code_allocations where workspace_id = ${mine.workspaceId} and run_id = ${runId} order by 1`;
  const allocate = async (runId: string) => {
    const people = await mine.scope.sql<{ contactId: string }>`
      select contact_id from notifications where workspace_id = ${mine.workspaceId} and run_id = ${runId}`;
    const run = await findRun(mine.scope, runId);
    await mine.scope.transaction((tx) => giveCodes(tx, run as never, people as never));
  };
  const die = (runId: string) => mine.scope.sql`
    update run_chunks set lease_until = now() - interval '1 second'
    where workspace_id = ${mine.workspaceId} and run_id = ${runId}`;
  const lease = async (runId: string) => {
    const chunk = await leaseChunk(mine.scope, { runId, chunkNo: 1, leaseSeconds: 2 });
    if (!chunk) throw new Error("The chunk is free.");
    return chunk;
  };

  it("gives each person a code of their own, and nobody two", async () => {
    const { batchId } = await insertTestBatch(mine.scope, { codes: codes("OWN", 60) });
    const runs = [await open(devices("own-a", 25), batchId), await open(devices("own-b", 25), batchId)];
    await Promise.all(runs.map(deliver));
    const given = (await Promise.all(runs.map(allocations))).flat();
    expect(new Set(given.map(({ seq }) => seq)).size).toBe(50);
    expect(new Set(given.map(({ contactId }) => contactId)).size).toBe(50);
    expect(await readStock(mine.scope, batchId)).toMatchObject({ allocated: 50, held: 50, returned: 0 });
    const texts = await Promise.all(devices("own-a", 25).map(shownTo));
    const said = texts.map((text) => /Your code: (OWN-\d+)\./.exec(text)?.[1]);
    expect(said).not.toContain(undefined);
    expect(new Set(said).size).toBe(25);
  });

  it("says the same code after a crash between claim and send", async () => {
    const { batchId } = await insertTestBatch(mine.scope, { codes: codes("CRASH", 30) });
    const runId = await open(devices("crash", 10), batchId);
    const chunk = await lease(runId);
    await recordIntent(
      mine.scope,
      { runId, chunkNo: 1, fence: chunk.fence, leaseSeconds: 2 },
      chunk.lastContactId,
    );
    await allocate(runId);
    const before = await allocations(runId);
    expect(before).toHaveLength(10);
    await die(runId);
    expect(await deliver(runId)).toEqual({ state: "done" });
    expect(await allocations(runId)).toEqual(before);
    expect(await readStock(mine.scope, batchId)).toMatchObject({ allocated: 10, held: 10 });
  });

  it("says the same code on every attempt while the provider fails", async () => {
    const { batchId } = await insertTestBatch(mine.scope, { codes: codes("RETRY", 50) });
    const scenario = (settings: object) =>
      sandbox.post("/_/scenario", { workspace: mine.workspaceId, ...settings });
    await scenario({ p5xx: 0.5, dropAfterWrite: 7, seed: 3 });
    const addresses = devices("retry", 40);
    const runId = await open(addresses, batchId);
    let end = await deliver(runId);
    await scenario({});
    for (let pass = 0; end.state === "again" && pass < 5; pass += 1) end = await deliver(runId);
    expect(await totals(runId)).toMatchObject({ sent: 40 });
    for (const address of addresses) {
      const text = await shownTo(address);
      expect(new Set(text.match(/RETRY-\d+/g)).size, text).toBe(1);
    }
    expect(await readStock(mine.scope, batchId)).toMatchObject({ allocated: 40, held: 40, returned: 0 });
  });

  it("takes back the code of somebody nothing reached, and gives it out first", async () => {
    const { batchId } = await insertTestBatch(mine.scope, { codes: codes("BACK", 9) });
    const runId = await open(["back-gone-1", "back-device-1", "back-device-2"], batchId);
    await deliver(runId);
    expect(await totals(runId)).toMatchObject({ sent: 2, failed: 1 });
    expect(await readStock(mine.scope, batchId)).toMatchObject({ allocated: 3, held: 2, returned: 1 });
    const next = await open(devices("back-next", 1), batchId);
    await deliver(next);
    expect(await readStock(mine.scope, batchId)).toMatchObject({ allocated: 3, held: 3, returned: 0 });
  });

  it("takes no code of a batch that is out of use, and all of them when it is back", async () => {
    const { batchId } = await insertTestBatch(mine.scope, { codes: codes("OFF", 9) });
    const disable = (isDisabled: boolean) =>
      mine.scope.transaction((tx) => setBatchDisabled(tx, batchId, isDisabled));
    await disable(true);
    const runId = await open(devices("off", 3), batchId);
    await deliver(runId);
    expect(await totals(runId)).toMatchObject({ sent: 0, skipped: 3 });
    expect(await readStock(mine.scope, batchId)).toMatchObject({ allocated: 0, held: 0 });
    await disable(false);
    await deliver(await open(devices("on", 9), batchId));
    expect(await readStock(mine.scope, batchId)).toMatchObject({ allocated: 9, held: 9 });
  });

  it("keeps a code whose message may have arrived", async () => {
    const { batchId } = await insertTestBatch(mine.scope, { codes: codes("MAYBE", 5) });
    const runId = await open(["maybe-gone-1"], batchId);
    const chunk = await lease(runId);
    await recordIntent(
      mine.scope,
      { runId, chunkNo: 1, fence: chunk.fence, leaseSeconds: 2 },
      chunk.lastContactId,
    );
    await allocate(runId);
    await die(runId);
    await deliver(runId);
    expect(await totals(runId)).toMatchObject({ failed: 1 });
    expect(await readStock(mine.scope, batchId)).toMatchObject({ allocated: 1, held: 1, returned: 0 });
  });

  it("keeps the code of an unknown outcome", async () => {
    const { batchId } = await insertTestBatch(mine.scope, { codes: codes("UNKNOWN", 40) });
    await sandbox.post("/_/scenario", { workspace: mine.workspaceId, dropAfterWrite: 3 });
    const phones = Array.from({ length: 20 }, (_, n) => `+9053230000${10 + n}`);
    const runId = await openTestRun(mine, "sms", phones, { body, couponBatchId: batchId });
    await deliver(runId);
    await sandbox.post("/_/scenario", { workspace: mine.workspaceId });
    expect((await totals(runId))?.unknown).toBeGreaterThan(0);
    expect(await readStock(mine.scope, batchId)).toMatchObject({ held: 20, returned: 0 });
  });

  it("takes back what a cancelled run gave nobody, unless a sender vanished", async () => {
    for (const isLost of [false, true]) {
      const { batchId } = await insertTestBatch(mine.scope, { codes: codes(`CANCEL${isLost}`, 5) });
      const runId = await open(devices(`cancel-${isLost}`, 3), batchId);
      await allocate(runId);
      if (isLost) await lease(runId);
      await mine.scope
        .sql`update runs set status = 'cancelled' where workspace_id = ${mine.workspaceId} and id = ${runId}`;
      if (isLost) await die(runId);
      await closeRun(mine.ctx, { runId });
      const stock = { allocated: 3, held: isLost ? 3 : 0, returned: isLost ? 0 : 3 };
      expect(await readStock(mine.scope, batchId)).toMatchObject(stock);
    }
  });

  it("leaves the same people of a run without a code, and sends them the message", async () => {
    const { batchId } = await insertTestBatch(mine.scope, { codes: codes("HOLD", 200) });
    const runId = await open(devices("hold", 200), batchId, {
      body: "Hello{% if coupon.code %} {{ coupon.code }}{% endif %}!",
      couponHoldoutPercent: 30,
    });
    await deliver(runId);
    expect(await totals(runId)).toMatchObject({ sent: 200 });
    const [row] = await mine.scope.sql<{ without: number; wrong: number }>`
      select count(*) filter (where a.seq is null)::int as without,
        count(*) filter (where (a.seq is null) <> is_held_out(${runId}, n.contact_id, 30))::int as wrong
      from notifications n left join code_allocations a on a.workspace_id = n.workspace_id and a.run_id = n.run_id
        and a.contact_id = n.contact_id
      where n.workspace_id = ${mine.workspaceId} and n.run_id = ${runId}`;
    expect(row?.wrong).toBe(0);
    expect(row?.without).toBeGreaterThan(30);
    expect(row?.without).toBeLessThan(90);
    const texts = await Promise.all(devices("hold", 200).map(shownTo));
    expect(texts.filter((text) => text.includes("Hello!"))).toHaveLength(row?.without ?? 0);
  });

  it("makes more codes of a generated batch inside the send", async () => {
    const { batchId } = await insertTestBatch(mine.scope, { codes: codes("MORE", 4) });
    const runId = await open(devices("more", 30), batchId);
    await deliver(runId);
    expect(await totals(runId)).toMatchObject({ sent: 30, skipped: 0 });
    expect(await readStock(mine.scope, batchId)).toMatchObject({ generated: 30, allocated: 30, held: 30 });
  });

  it("leaves out whom an imported batch has no code for, and the ledger balances", async () => {
    const { batchId } = await insertTestBatch(mine.scope, { codes: codes("FEW", 7), source: "imported" });
    const runId = await open(devices("few", 10), batchId);
    await deliver(runId);
    expect(await totals(runId)).toMatchObject({ audience: 10, sent: 7, skipped: 3, pending: 0 });
    const skips = await mine.scope.sql`
      select 1 from skips where workspace_id = ${mine.workspaceId} and run_id = ${runId} and reason = 'no_code'`;
    expect(skips).toHaveLength(3);
    expect(await readStock(mine.scope, batchId)).toMatchObject({ allocated: 7, held: 7, distinct: 7 });
  });

  it("passes over codes that nobody may use", async () => {
    const { batchId } = await insertTestBatch(mine.scope, { codes: codes("UNFIT", 6), source: "imported" });
    await mine.scope.sql`
      update coupon_codes set uses = (seq = 0)::int, is_disabled = seq = 1, is_honeytoken = seq = 2
      where workspace_id = ${mine.workspaceId} and batch_id = ${batchId}`;
    const runId = await open(devices("unfit", 3), batchId);
    await deliver(runId);
    expect(await totals(runId)).toMatchObject({ sent: 3 });
    expect((await allocations(runId)).map(({ seq }) => seq).sort()).toEqual([3, 4, 5]);
  });

  it("shows a test a code that is none, and takes none for it", async () => {
    const { batchId } = await insertTestBatch(mine.scope, { codes: codes("TRIAL", 5) });
    const runId = await open(devices("trial", 1), batchId, { kind: "test" });
    await deliver(runId);
    expect(await shownTo("trial-device-0")).toContain("TEST-0000-0000");
    expect(await readStock(mine.scope, batchId)).toMatchObject({ allocated: 0, held: 0 });
  });
});
