import { beforeAll, describe, expect, it, vi } from "vitest";
import { finishChunk, leaseChunk, recordIntent } from "@/db/queries/runs/chunks";
import { recordResults } from "@/db/queries/runs/record-results";
import { findRunTotals } from "@/db/queries/runs/run-totals";
import { useTestDatabase } from "@/db/testing/database";
import { openTestRun } from "@/db/testing/open-run";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import { openTransport } from "@/lib/domain/providers/open-transport";
import { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { newId } from "@/lib/platform/ids";
import { useSandbox } from "@/lib/platform/testing/sandbox";
import { deliverChunk } from "./deliver-chunk";
import { isPreceded, withPrecedence } from "./sending/precedence";

describe("delivering a chunk", () => {
  const database = useTestDatabase();
  const sandbox = useSandbox({ PUSHPILOT_LEASE_SECONDS: "2" });
  let mine: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
    await mine.ctx.transaction(createSandboxProviders);
  });

  const devices = (name: string, count: number) =>
    Array.from({ length: count }, (_, n) => `${name}-device-${n}`);
  const phones = (from: number, count: number) =>
    Array.from({ length: count }, (_, n) => `+90532${from + n * 2 + 11}`);
  const scenario = (settings: Record<string, unknown>) =>
    sandbox.post("/_/scenario", { workspace: mine.workspaceId, ...settings });
  const stats = () => sandbox.readStats(mine.workspaceId);
  const reset = () => sandbox.post("/_/reset");
  const deliver = (runId: string) => deliverChunk(mine.ctx, { runId, chunkNo: 1 });
  const totals = (runId: string) => findRunTotals(mine.scope, runId);

  it("loses nobody and shows nobody twice while the provider fails, throttles and drops answers", async () => {
    await reset();
    await scenario({
      p429: 0.05,
      p5xx: 0.1,
      dropAfterWrite: 40,
      goawayEvery: 150,
      retryAfterSeconds: 0,
      seed: 7,
    });
    const runId = await openTestRun(mine, "app_push", devices("storm", 400));
    const end = await deliver(runId);
    await scenario({});
    const after = await totals(runId);
    expect(after).toMatchObject({ audience: 400, failed: 0, unknown: 0, skipped: 0 });
    const ledger = await stats();
    expect(ledger.shownTwice).toBe(0);
    if (end.state === "again") await deliver(runId);
    expect(await totals(runId)).toMatchObject({ sent: 400, pending: 0 });
    expect(await stats()).toMatchObject({ shown: 400, shownTwice: 0 });
  });

  it("says the addresses a text names, whatever channel carries it", async () => {
    await reset();
    const runId = await openTestRun(mine, "app_push", devices("named", 1), {
      body: "{{\nemail }}, {{\tphone }}",
    });
    await mine.scope.sql`
      insert into subscriptions (workspace_id, id, contact_id, channel, address, address_key)
      select n.workspace_id, uuidv7(), n.contact_id, r.channel, r.address, r.address
      from notifications n, (values ('email', 'ada@example.com'), ('sms', '+905321110000')) r(channel, address)
      where n.workspace_id = ${mine.workspaceId} and n.run_id = ${runId}`;
    await deliver(runId);
    const { shown } = await sandbox.readMessages({ to: "named-device-0" });
    expect(JSON.stringify(shown)).toContain("ada@example.com, +905321110000");
  });

  it("lets transactional sending go first, and loses nobody of a campaign that makes room meanwhile", async () => {
    await reset();
    await vi.waitFor(() => expect(isPreceded()).toBe(false), 3_000);
    const precedence: boolean[] = [];
    const connect: typeof openTransport = (...to) => {
      precedence.push(isPreceded());
      return openTransport(...to);
    };
    const single = await openTestRun(mine, "app_push", devices("single", 1));
    const bulk = await openTestRun(mine, "app_push", devices("beside", 450), { kind: "automation" });
    const chunkNo = 1;
    await deliverChunk(mine.ctx, { runId: single, chunkNo }, connect);
    expect(precedence).toEqual([true]);
    await withPrecedence(() => deliverChunk(mine.ctx, { runId: bulk, chunkNo }));
    expect(await totals(bulk)).toMatchObject({ sent: 450, pending: 0 });
    expect(await stats()).toMatchObject({ shown: 451, shownTwice: 0 });
  });

  it("does not ask twice for what costs money: an SMS without an answer is unknown", async () => {
    await reset();
    await scenario({ dropAfterWrite: 5 });
    const runId = await openTestRun(mine, "sms", phones(1_000_000, 60));
    await deliver(runId);
    await scenario({});
    const after = await totals(runId);
    expect(after?.unknown).toBeGreaterThan(0);
    expect((after?.unknown ?? 0) + (after?.sent ?? 0)).toBe(60);
    expect(await stats()).toMatchObject({ askedAgain: 0 });
  });

  it("stores what was answered, and lets the chunk go, when the next people cannot be read", async () => {
    await reset();
    await scenario({ latency: { p50: 300, p99: 300 } });
    const runId = await openTestRun(mine, "sms", phones(4_000_000, 60));
    const away = Object.assign(new Error("gone"), { code: "CONNECTION_CLOSED" });
    let windows = 0;
    const transaction: typeof mine.scope.transaction = async (work) => {
      windows += 1;
      if (windows !== 2) return mine.scope.transaction(work);
      await vi.waitFor(async () => expect(await stats()).toMatchObject({ asked: 25 }), 5_000);
      throw away;
    };
    const scope = Object.assign(Object.create(mine.scope), { transaction });
    const failing = new WorkspaceContext({ scope, actor: mine.ctx.actor });
    await expect(deliverChunk(failing, { runId, chunkNo: 1 })).rejects.toBe(away);
    expect(await totals(runId)).toMatchObject({ sent: 25, unknown: 0, pending: 35 });
    await scenario({});
    expect(await deliver(runId)).toEqual({ state: "done" });
    expect(await totals(runId)).toMatchObject({ sent: 60, unknown: 0, pending: 0 });
    expect(await stats()).toMatchObject({ askedAgain: 0 });
  });

  it("after a crash asks again only where nobody sees it, and calls the rest of the window unknown", async () => {
    for (const [channel, addresses] of [
      ["app_push", devices("crash", 20)],
      ["sms", phones(2_000_000, 20)],
    ] as const) {
      const runId = await openTestRun(mine, channel, addresses);
      const chunk = await leaseChunk(mine.scope, { runId, chunkNo: 1, leaseSeconds: 2 });
      if (!chunk) throw new Error("The chunk is free.");
      await recordIntent(
        mine.scope,
        { runId, chunkNo: 1, fence: chunk.fence, leaseSeconds: 2 },
        chunk.lastContactId,
      );
      // The worker dies here: its lease runs out, and what it asked for is not known.
      await mine.scope.sql`update run_chunks set lease_until = now() - interval '1 second'
        where workspace_id = ${mine.workspaceId} and run_id = ${runId}`;
      expect(await deliver(runId)).toEqual({ state: "done" });
      expect(await totals(runId)).toMatchObject(channel === "sms" ? { unknown: 20 } : { sent: 20 });
    }
  });

  it("refuses the writes of a worker whose lease went to another", async () => {
    const runId = await openTestRun(mine, "app_push", devices("zombie", 3));
    const dead = await leaseChunk(mine.scope, { runId, chunkNo: 1, leaseSeconds: 2 });
    await mine.scope.sql`update run_chunks set lease_until = now() - interval '1 second'
      where workspace_id = ${mine.workspaceId} and run_id = ${runId}`;
    await deliver(runId);
    const late = await recordResults(mine.scope, {
      runId,
      chunkNo: 1,
      fence: dead?.fence ?? 0,
      leaseSeconds: 2,
      channel: "app_push",
      providerId: newId(),
      progress: { sent: 3, skipped: 0, failed: 0, unknown: 0 },
      reasons: {},
      deliveries: [],
      skips: [],
      gone: [],
      optedOut: [],
      unsent: [],
      unused: [],
      uncertain: [],
      hasCaps: false,
      hasCodes: false,
    });
    expect(late).toBeUndefined();
    expect(await finishChunk(mine.scope, { runId, chunkNo: 1, fence: dead?.fence ?? 0 })).toBe(false);
    expect(await totals(runId)).toMatchObject({ sent: 3 });
  });

  it("lets one of two workers have a chunk", async () => {
    await reset();
    // Long enough that the second comes while the first is at it.
    await scenario({ latency: { p50: 400, p99: 400 } });
    const runId = await openTestRun(mine, "app_push", devices("twins", 50));
    const ends = await Promise.all([deliver(runId), deliver(runId)]);
    await scenario({});
    expect(ends.map(({ state }) => state).sort()).toEqual(["again", "done"]);
    expect(await stats()).toMatchObject({ asked: 50, askedAgain: 0 });
  });

  it("gives a removed app up and does not ask for it again", async () => {
    const runId = await openTestRun(mine, "app_push", ["x-gone-1", "x-fine-1"]);
    await deliver(runId);
    expect(await totals(runId)).toMatchObject({ sent: 1, failed: 1 });
    const rows = await mine.scope.sql<{ status: string }>`
      select status from subscriptions where workspace_id = ${mine.workspaceId} and address = 'x-gone-1'`;
    expect(rows).toEqual([{ status: "gone" }]);
  });
});
