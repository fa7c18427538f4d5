import { NonRetriableError } from "inngest";
import { describe, expect, it } from "vitest";
import { listRuns } from "@/db/queries/workflow/inspect";
import { useTestDatabase } from "@/db/testing/database";
import { newId } from "@/lib/platform/ids";
import { getRun, listFunctionReports } from "../../inspect";
import { cancelRun, replayRun } from "../../intervene";
import { useEngine } from "../../testing/use-engine";

describe("what an operator sees and does", () => {
  const database = useTestDatabase();
  const engine = useEngine(database);
  type Client = Parameters<Parameters<typeof engine.start>[0]>[0];

  const define = (client: Client) => [
    client.createFunction(
      { id: "mixed", triggers: [{ event: "o/came" }], retries: 1, cancelOn: [{ event: "o/stopped" }] },
      async ({ step, event }) => {
        const loaded = await step.run("load", () => ({ n: event.data.n }));
        if (event.data.fails) throw new NonRetriableError("no such order");
        if (event.data.waits) {
          await Promise.all([
            step.waitForEvent("answer", { event: "o/answered", timeout: "1h", match: "data.n" }),
            step.run("flaky", () => Promise.reject(new Error("try later"))),
          ]);
        }
        return loaded;
      },
    ),
    client.createFunction({ id: "idle", triggers: [{ event: "o/never" }] }, () => 1),
  ];

  const come = (data: Record<string, unknown>) => engine.send({ name: "o/came", data });
  const single = async () => (await engine.runs("mixed"))[0]?.id ?? "";

  it("functions are listed with how often they start, end and fail", async () => {
    await engine.start(define);
    await come({ n: 1 });
    await come({ n: 2, fails: true });
    await engine.ended("mixed", 2);
    await come({ n: 3, waits: true });
    await expect.poll(async () => (await engine.runs("mixed")).length).toBe(3);
    const [idle, mixed] = await listFunctionReports(database.sql, 2);
    expect(idle).toMatchObject({
      id: "app-idle",
      started: 0,
      startedPerHour: 0,
      active: 0,
      lastFailedAt: null,
    });
    expect(mixed).toMatchObject({
      id: "app-mixed",
      started: 3,
      startedPerHour: 1.5,
      completed: 1,
      failed: 1,
      cancelled: 0,
      active: 1,
      lastFailedAt: expect.any(Date),
      archivedAt: null,
    });
  });

  it("runs are found by function, state, event and time", async () => {
    await engine.start(define);
    await come({ n: 1 });
    await come({ n: 2, fails: true });
    await engine.ended("mixed", 2);
    const find = async (filter: Omit<Parameters<typeof listRuns>[1], "limit">) =>
      (await listRuns(database.sql, { ...filter, limit: 10 })).map((run) => run.status);
    const hour = 3_600_000;
    expect(await find({ functionId: "app-mixed" })).toHaveLength(2);
    expect(await find({ status: "failed" })).toEqual(["failed"]);
    expect(await find({ eventName: "o/came", status: "completed" })).toEqual(["completed"]);
    expect(await find({ eventName: "o/other" })).toEqual([]);
    expect(
      await find({ since: new Date(Date.now() - hour), until: new Date(Date.now() + hour) }),
    ).toHaveLength(2);
    expect(await find({ until: new Date(Date.now() - hour) })).toEqual([]);
  });

  it("a run shows its steps, what it waits for, the error of its last try, and its event", async () => {
    await engine.start(define, { timings: { retryDelaysMillis: [3_600_000] } });
    await come({ n: 7, waits: true });
    await expect.poll(async () => (await engine.runs("mixed")).length).toBe(1);
    const id = await single();
    await expect
      .poll(async () => (await getRun(database.sql, id)).waiting.some((job) => job.error !== null))
      .toBe(true);
    const report = await getRun(database.sql, id);
    expect(report).toMatchObject({ status: "waiting", functionId: "app-mixed", replayOf: null });
    expect(JSON.parse(report.event)).toMatchObject({ name: "o/came", data: { n: 7, waits: true } });
    expect(report.steps.map(({ name, kind }) => [name, kind])).toEqual([["load", "data"]]);
    const flaky = report.waiting.find((job) => job.stepName === "flaky");
    expect(flaky).toMatchObject({ kind: "step", attempt: 1 });
    expect(JSON.parse(flaky?.error ?? "")).toMatchObject({ message: "try later" });
    expect(report.waits).toEqual([
      expect.objectContaining({ eventName: "o/stopped", stepName: null, matchPath: null }),
      expect.objectContaining({
        eventName: "o/answered",
        stepName: "answer",
        matchPath: "data.n",
        matchValue: "7",
      }),
    ]);
  });

  it("a cancelled run waits for nothing any more", async () => {
    await engine.start(define);
    await come({ n: 1, waits: true });
    await expect.poll(async () => (await engine.runs("mixed")).length).toBe(1);
    const id = await single();
    expect(await cancelRun(database.sql, id)).toBe(true);
    expect(await cancelRun(database.sql, id)).toBe(false);
    const report = await getRun(database.sql, id);
    expect(report).toMatchObject({ status: "cancelled", waiting: [], waits: [] });
  });

  it("a replay runs the function again from its start with the same event", async () => {
    await engine.start(define);
    await come({ n: 5, fails: true });
    const [failed] = await engine.ended("mixed");
    const replay = await replayRun(database.sql, failed?.id ?? "");
    await engine.ended("mixed", 2);
    const report = await getRun(database.sql, replay);
    expect(report).toMatchObject({ status: "failed", replayOf: failed?.id, eventId: expect.any(String) });
    expect(report.steps.map(({ name }) => name)).toEqual(["load"]);
  });

  it("a replay is started although its key has run today, but not beside an active singleton", async () => {
    await engine.start((client) => [
      client.createFunction(
        {
          id: "once",
          triggers: [{ event: "o/came" }],
          idempotency: "event.data.n",
          singleton: { mode: "skip", key: "event.data.n" },
        },
        ({ step, event, runId }) => (event.data.sleeps ? step.sleep("long", "1h") : runId),
      ),
    ]);
    await come({ n: 1 });
    const [first] = await engine.ended("once");
    const replay = await replayRun(database.sql, first?.id ?? "");
    await engine.ended("once", 2);
    expect((await getRun(database.sql, replay)).output).toBe(JSON.stringify(replay));
    await come({ n: 2, sleeps: true });
    await expect.poll(async () => (await engine.runs("once")).length).toBe(3);
    const active = (await engine.runs("once")).find((run) => run.status === "active");
    await expect(replayRun(database.sql, active?.id ?? "")).rejects.toMatchObject({ code: "conflict" });
    await expect(replayRun(database.sql, newId())).rejects.toMatchObject({ code: "not_found" });
  });
});
