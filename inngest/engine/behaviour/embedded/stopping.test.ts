import { describe, expect, it } from "vitest";
import { connect } from "@/db/client";
import { useTestDatabase } from "@/db/testing/database";
import { startEngine } from "../../engine";
import { createTestClient, quickTimings, quietLog } from "../../testing/engine-setup";
import { useEngineTimers } from "../../testing/engine-timers";
import { useEngine } from "../../testing/use-engine";

describe("a stopped engine leaves no timer behind", () => {
  const database = useTestDatabase();
  const workflows = useEngine(database);
  const timers = useEngineTimers();

  it("when runs sleep and the clock starts functions", async () => {
    const engine = await workflows.start((client) => [
      client.createFunction({ id: "yearly", triggers: [{ cron: "0 0 1 1 *" }] }, () => 1),
      client.createFunction({ id: "sleeper", triggers: [{ event: "s/sleeper" }] }, ({ step }) =>
        step.sleep("pause", "1h"),
      ),
    ]);
    await workflows.send({ name: "s/sleeper" });
    await expect.poll(() => workflows.runs("sleeper")).toMatchObject([{ status: "active" }]);
    // One alarm for the sleeper and one for the cron.
    await expect.poll(() => timers().filter((file) => file === "queue/alarm")).toHaveLength(2);
    await engine.stop();
    await expect.poll(timers).toEqual([]);
  });

  it("when the database went away while a step ran", async () => {
    const sql = connect(database.url);
    const client = createTestClient();
    const mayEnd = Promise.withResolvers<void>();
    const failing: unknown[] = [];
    const slow = client.createFunction({ id: "slow", triggers: [{ event: "s/slow" }] }, ({ step }) =>
      step.run("wait", () => mayEnd.promise),
    );
    const engine = await startEngine({
      sql,
      client,
      functions: [slow],
      concurrency: 1,
      log: { ...quietLog, error: (_, fields) => failing.push(fields?.loop) },
      timings: { ...quickTimings, leaseMillis: 300, drainMillis: 1 },
    });
    await workflows.send({ name: "s/slow" });
    await expect
      .poll(() => database.sql`select 1 from workflow.jobs where lease_token is not null`)
      .toHaveLength(1);
    await sql.end({ timeout: 0 });
    await expect.poll(() => failing).toContain("heartbeat");
    await engine.stop().catch(() => undefined);
    // The rest after an error takes a second: what is left of it would ring by itself.
    await expect.poll(timers, { timeout: 500 }).toEqual([]);
    mayEnd.resolve();
  });
});
