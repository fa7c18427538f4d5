import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { type Engine, startEngine } from "../engine";
import { createTestClient, quickTimings, quietLog } from "./engine-setup";
import type { Define } from "./workflows";

export type DyingEngine = {
  readonly isDead: boolean;
  /** Counts its statements from here on. */
  arm(): void;
  /** Resolves when it is dead or `isOver` says so. */
  diesOr(isOver: () => Promise<boolean>): Promise<void>;
  /** Ends its timers. Nothing it still does reaches the database once it is dead. */
  abandon(): Promise<void>;
};

/** An engine whose connections break while it sends its n-th statement, as if its process were killed there. */
export async function startDyingEngine(url: string, statement: number, define: Define): Promise<DyingEngine> {
  let count = Number.NEGATIVE_INFINITY;
  let isDead = false;
  const sql = postgres(url, {
    max: 4,
    transform: { column: { from: postgres.toCamel } },
    onnotice: () => undefined,
    debug: () => {
      count += 1;
      if (count !== statement) return;
      isDead = true;
      void sql.end({ timeout: 0 });
    },
  });
  const client = createTestClient();
  const engine: Engine = await startEngine({
    sql,
    client,
    functions: define(client),
    concurrency: 8,
    log: quietLog,
    timings: { ...quickTimings, pollMillis: 60_000, leaseMillis: 500, drainMillis: 1 },
  });
  return {
    get isDead() {
      return isDead;
    },
    arm: () => {
      count = 0;
    },
    diesOr: async (isOver) => {
      while (!isDead && !(await isOver())) await sleep(10);
    },
    abandon: async () => {
      await engine.stop().catch(() => undefined);
      await sql.end({ timeout: 0 });
    },
  };
}
