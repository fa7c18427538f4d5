import { NonRetriableError } from "inngest";
import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { newId } from "@/lib/platform/ids";
import { getRun } from "../../inspect";
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
  const replay = (id: string) => database.sql.begin<string>((tx) => replayRun(tx, id));
  const single = async () => (await engine.runs("mixed"))[0]?.id ?? "";

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
    expect(report.attempts).toEqual([
      expect.objectContaining({ stepName: "flaky", attempt: 0, startedAt: expect.any(Date) }),
    ]);
    expect(JSON.parse(report.attempts[0]?.error ?? "")).toMatchObject({ message: "try later" });
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
    expect(await database.sql.begin((tx) => cancelRun(tx, id))).toBe(true);
    expect(await database.sql.begin((tx) => cancelRun(tx, id))).toBe(false);
    const report = await getRun(database.sql, id);
    expect(report).toMatchObject({ status: "cancelled", waiting: [], waits: [] });
  });

  it("a replay runs the function again from its start with the same event", async () => {
    await engine.start(define);
    await come({ n: 5, fails: true });
    const [failed] = await engine.ended("mixed");
    const again = await replay(failed?.id ?? "");
    await engine.ended("mixed", 2);
    const report = await getRun(database.sql, again);
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
    const again = await replay(first?.id ?? "");
    await engine.ended("once", 2);
    expect((await getRun(database.sql, again)).output).toBe(JSON.stringify(again));
    await come({ n: 2, sleeps: true });
    await expect.poll(async () => (await engine.runs("once")).length).toBe(3);
    const active = (await engine.runs("once")).find((run) => run.status === "active");
    await expect(replay(active?.id ?? "")).rejects.toMatchObject({ code: "conflict" });
    await expect(replay(newId())).rejects.toMatchObject({ code: "not_found" });
  });
});
