import { afterEach, expect } from "vitest";
import type { Sql } from "@/db/client";
import { insertOutboxEvents } from "@/db/queries/workflow/outbox";
import type { TestDatabase } from "@/db/testing/database";
import { type Engine, startEngine } from "../engine";
import type { Timings } from "../timings";
import { createTestClient, quickTimings, quietLog, testApp } from "./engine-setup";
import type { Define, EndedRun, Workflows } from "./workflows";

type StartOptions = { sql?: Sql; concurrency?: number; timings?: Partial<Timings> };

export type EngineUnderTest = Omit<Workflows, "start"> & {
  start(define: Define, options?: StartOptions): Promise<Engine>;
  /** Stops the engines and forgets everything, as after each test. */
  reset(): Promise<void>;
};

/** Engines on the test's database; each test starts with an empty one. */
export function useEngine(database: TestDatabase): EngineUnderTest {
  const engines = new Set<Engine>();
  let sent = 0;

  const reset = async () => {
    await Promise.all([...engines].map((engine) => engine.stop()));
    engines.clear();
    await database.sql`truncate workflow.outbox, workflow.events, workflow.runs, workflow.steps, workflow.attempts, workflow.jobs,
      workflow.waits, workflow.debounces, workflow.rates, workflow.crons, workflow.functions`;
  };
  afterEach(reset);

  const runs = (functionId: string) => database.sql<EndedRun[]>`
    select id, status, output, error from workflow.runs
    where function_id = ${`${testApp}-${functionId}`} order by id`;

  return {
    fullId: (functionId) => `${testApp}-${functionId}`,
    start: async (define, options = {}) => {
      const client = createTestClient();
      const engine = await startEngine({
        sql: options.sql ?? database.sql,
        client,
        functions: define(client),
        concurrency: options.concurrency ?? 8,
        log: quietLog,
        timings: { ...quickTimings, ...options.timings },
      });
      engines.add(engine);
      return { stop: async () => (engines.delete(engine) ? engine.stop() : undefined) };
    },
    send: async (...events) => {
      const complete = events.map((event) => ({ id: `sent-${++sent}`, data: {}, ...event }));
      await insertOutboxEvents(database.sql, complete);
    },
    runs,
    reset,
    ended: async (functionId, count = 1) => {
      await expect
        .poll(async () => (await runs(functionId)).filter((run) => run.status !== "active").length, {
          timeout: 60_000,
          interval: 25,
        })
        .toBe(count);
      return runs(functionId);
    },
  };
}
