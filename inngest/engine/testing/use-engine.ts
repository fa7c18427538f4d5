import type { Inngest, InngestFunction } from "inngest";
import { afterEach, expect } from "vitest";
import type { Sql } from "@/db/client";
import { insertOutboxEvents, type OutboxEvent } from "@/db/queries/workflow/outbox";
import type { TestDatabase } from "@/db/testing/database";
import { type Engine, startEngine } from "../engine";
import type { Timings } from "../timings";
import { createTestClient, quickTimings, quietLog, testApp } from "./engine-setup";

export type Define = (client: Inngest) => InngestFunction.Like[];
export type StartOptions = { sql?: Sql; concurrency?: number; timings?: Partial<Timings> };
export type StoredRun = { id: string; functionId: string; status: string; output: unknown; error: unknown };

export type EngineUnderTest = {
  start(define: Define, options?: StartOptions): Promise<Engine>;
  send(...events: (Partial<OutboxEvent> & { name: string })[]): Promise<void>;
  /** Runs of a function by its own id, oldest first. */
  runs(functionId: string): Promise<StoredRun[]>;
  /** Waits until so many runs of a function have ended. */
  ended(functionId: string, count?: number): Promise<StoredRun[]>;
};

/** Engines on the test's database; each test starts with an empty one. */
export function useEngine(database: TestDatabase): EngineUnderTest {
  const engines = new Set<Engine>();
  let sent = 0;

  afterEach(async () => {
    await Promise.all([...engines].map((engine) => engine.stop()));
    engines.clear();
    await database.sql`truncate workflow.outbox, workflow.events, workflow.runs, workflow.steps, workflow.jobs,
      workflow.crons, workflow.functions`;
  });

  const runs = (functionId: string) => database.sql<StoredRun[]>`
    select id, function_id, status, output, error from workflow.runs
    where function_id = ${`${testApp}-${functionId}`} order by id`;

  return {
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
    ended: async (functionId, count = 1) => {
      await expect
        .poll(async () => (await runs(functionId)).filter((run) => run.status !== "active").length, {
          timeout: 20_000,
          interval: 25,
        })
        .toBe(count);
      return runs(functionId);
    },
  };
}
