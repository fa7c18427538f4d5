import { beforeAll, describe, expect, it } from "vitest";
import { notifyRealtime } from "@/db/queries/realtime";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { useHeardSignals } from "@/lib/platform/testing/heard-signals";
import { giveUpJob } from "./give-up-job";
import { JobRun } from "./job-run";
import { reviveJob } from "./revive-job";
import { startJob } from "./start-job";

describe("what screens hear of a job", () => {
  const database = useTestDatabase();
  const heard = useHeardSignals(database);
  let mine: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
  });

  const start = () =>
    mine.ctx.transaction((tx) =>
      startJob(tx, { id: newId(), kind: "contact_tagging", title: "", total: 100, params: {} }),
    );
  const batch = async () => ({ done: 1, cursor: {}, result: {} });
  /** Signals arrive in the order of their commits: with this one all before it are here. */
  const allHeard = async () => {
    const end = newId();
    await notifyRealtime(mine.scope, { topic: "providers", id: end });
    await expect.poll(() => heard.at(-1)?.id).toBe(end);
    return heard.slice(0, -1).map(({ topic, id }) => `${topic} ${id}`);
  };

  it("its start, its progress once a second however small the batches are, and its end", async () => {
    const { id } = await start();
    let now = 0;
    const run = await JobRun.claim(mine.ctx, id, { clock: () => now });
    for (now = 0; now < 2_500; now += 50) await run?.commit(batch);
    await run?.complete();
    expect(await allHeard()).toEqual(Array(1 + 3 + 1).fill(`jobs ${id}`));
  });

  it("nothing of a batch that was undone", async () => {
    const { id } = await start();
    const run = await JobRun.claim(mine.ctx, id);
    await JobRun.claim(mine.ctx, id);
    await expect(run?.commit(batch)).rejects.toThrow();
    expect(await allHeard()).toEqual([`jobs ${id}`]);
  });

  it("that it was given up", async () => {
    const { id } = await start();
    await giveUpJob(mine.ctx, id, new AppError("internal", "It cannot go on."));
    expect(await allHeard()).toEqual(Array(2).fill(`jobs ${id}`));
  });
});

describe("a job whose run died too often", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
  });

  it("goes on in another run when it had got further, and else does not", async () => {
    const { id } = await mine.ctx.transaction((tx) =>
      startJob(tx, { id: newId(), kind: "contact_tagging", title: "", total: 100, params: {} }),
    );
    const run = await JobRun.claim(mine.ctx, id);
    expect(await reviveJob(mine.ctx, { jobId: id, done: 0 })).toBe(false);
    await run?.commit(async () => ({ done: 7, cursor: {}, result: {} }));
    expect(await reviveJob(mine.ctx, { jobId: id, done: 0 })).toBe(true);
    expect(await reviveJob(mine.ctx, { jobId: id, done: 7 })).toBe(false);
    await giveUpJob(mine.ctx, id, new AppError("internal", "It cannot go on."));
    expect(await reviveJob(mine.ctx, { jobId: id, done: 0 })).toBe(false);
  });
});
