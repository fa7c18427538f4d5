import { copyEnvironment } from "@/bin/start/copy-environment";
import { connect, type Sql } from "@/db/client";
import { insertOutboxEvents } from "@/db/queries/workflow/outbox";
import { startEngine } from "@/inngest/engine/engine";
import { createEmbeddedClient } from "@/inngest/engine/protocol/embedded-client";
import { enginePlaces } from "@/inngest/places";
import { env } from "@/lib/platform/env";

const none = () => undefined;
const log = { debug: none, info: none, warn: none, error: console.error };

/** Starts an engine whose functions do nothing but what an engine must write. */
async function openEngine() {
  copyEnvironment();
  const sql = connect(env().DATABASE_URL ?? "", { poolMax: 6 });
  const client = createEmbeddedClient({ id: "bench" });
  const twoSteps = client.createFunction(
    { id: "two-steps", triggers: [{ event: "bench/two" }], retries: 0 },
    async ({ step }) => {
      const first = await step.run("first", () => 1);
      return step.run("second", () => first + 1);
    },
  );
  const timer = client.createFunction(
    { id: "timer", triggers: [{ event: "bench/timer" }], retries: 0 },
    async ({ step, event }) => {
      await step.sleepUntil("until", String(event.data.at));
      return Date.now();
    },
  );
  const engine = await startEngine({
    sql,
    client,
    functions: [twoSteps, timer],
    concurrency: enginePlaces,
    log,
  });
  return {
    sql,
    close: async () => {
      await engine.stop();
      await sql.end();
    },
  };
}

/** Gives the seconds from the events' commit to the end of the last of so many two-step runs. */
export async function runTwoSteps({ runs }: { runs: number }): Promise<number> {
  const { sql, close } = await openEngine();
  const startedAt = performance.now();
  await sendEvents(sql, "bench/two", runs, {});
  await until(async () => (await countEnded(sql)) === runs);
  const seconds = (performance.now() - startedAt) / 1_000;
  await close();
  return seconds;
}

/** Lets timers come due at one moment; gives how late each fired, in ascending order, and the processor's share before. */
export async function fireTimers({ timers, inSeconds }: { timers: number; inSeconds: number }) {
  const { sql, close } = await openEngine();
  const at = new Date(Date.now() + inSeconds * 1_000);
  await sendEvents(sql, "bench/timer", timers, { at: at.toISOString() });
  await until(async () => (await countEnded(sql)) === timers);
  const rows = await sql<{ millis: number }[]>`
    select (extract(epoch from ended_at - ${at}::timestamptz) * 1000)::float8 as millis from workflow.runs order by 1`;
  await close();
  return rows.map((row) => row.millis);
}

/** Gives the processor's seconds that an engine without work used in so many seconds. */
export async function idle({ seconds }: { seconds: number }): Promise<number> {
  const { sql, close } = await openEngine();
  await until(async () => (await sql`select 1 from workflow.outbox`).length === 0);
  await new Promise((done) => setTimeout(done, 2_000));
  const before = process.cpuUsage();
  await new Promise((done) => setTimeout(done, seconds * 1_000));
  const { user, system } = process.cpuUsage(before);
  await close();
  return (user + system) / 1_000_000;
}

async function sendEvents(sql: Sql, name: string, count: number, data: object) {
  const tag = crypto.randomUUID();
  const events = Array.from({ length: count }, (_, n) => ({ id: `${tag}-${n}`, name, data }));
  await insertOutboxEvents(sql, events);
}

async function countEnded(sql: Sql): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from workflow.runs where status <> 'active'`;
  return row?.count ?? 0;
}

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await new Promise((done) => setTimeout(done, 50));
}
