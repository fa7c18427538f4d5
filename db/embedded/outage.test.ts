import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { connect, type Sql } from "@/db/client";
import { isDatabaseAway } from "@/db/database-away";
import { type Cluster, startCluster } from "./cluster";

const connections = 3;

let folder: string;
let cluster: Cluster;
let sql: Sql;

beforeAll(async () => {
  folder = mkdtempSync(join("/var/tmp", "pushpilot-outage-"));
  chmodSync(folder, 0o711);
  cluster = await startCluster({ dataFolder: join(folder, "pg"), durable: false });
  sql = connect(cluster.superuserUrl, { poolMax: connections });
});

afterAll(async () => {
  await sql.end({ timeout: 1 });
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function killServer(): Promise<void> {
  const pidFile = join(folder, "pg/data/postmaster.pid");
  process.kill(Number.parseInt(readFileSync(pidFile, "utf8"), 10), "SIGKILL");
  await expect.poll(cluster.isRunning, { timeout: 20_000 }).toBe(false);
}

/** What was killed may hold its memory for a moment. */
const revive = () =>
  expect.poll(() => cluster.revive().then(() => cluster.isRunning()), { timeout: 20_000 }).toBe(true);

const reasonOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

const succeeds = (work: () => Promise<unknown>) =>
  work().then(
    () => true,
    () => false,
  );

it("a database that dies costs the work in flight and nothing else, however often", async () => {
  for (let outage = 0; outage < 3; outage += 1) {
    const begun = Promise.withResolvers<void>();
    const transactions = Array.from({ length: connections }, () =>
      sql.begin(async (tx) => {
        await tx`select`;
        begun.resolve();
        return Promise.all([tx`select pg_sleep(60)`, tx`select pg_sleep(60)`]);
      }),
    );
    const outcomes = Promise.allSettled(transactions);
    await begun.promise;
    await killServer();
    const reasons = (await outcomes).map((outcome) => outcome.status === "rejected" && outcome.reason);
    expect(reasons.map(isDatabaseAway)).toEqual(Array(connections).fill(true));
    expect(isDatabaseAway(await reasonOf(sql`select`))).toBe(true);
    await revive();
    await expect.poll(() => succeeds(() => sql`select`), { timeout: 10_000 }).toBe(true);
  }
  const connectionsAtOnce = async () => {
    const pids = Array.from({ length: connections }, () =>
      sql.begin(async (tx) => {
        const [row] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid, pg_sleep(0.2)`;
        return row?.pid;
      }),
    );
    return new Set(await Promise.all(pids)).size;
  };
  await expect.poll(() => connectionsAtOnce().catch(() => 0), { timeout: 10_000 }).toBe(connections);
});

it("a transaction whose connection was lost sends nothing more, whoever has the connection by then", async () => {
  await sql`create table written (who text)`;
  const lost = Promise.withResolvers<void>();
  const late = sql.begin(async (tx) => {
    const [row] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`;
    const other = connect(cluster.superuserUrl, { poolMax: 1 });
    await other`select pg_terminate_backend(${row?.pid ?? 0})`;
    await other.end();
    await lost.promise;
    await tx`insert into written values ('the one that was lost')`;
  });
  await expect(late).rejects.toThrow();
  await Promise.all(
    Array.from({ length: connections }, () =>
      sql.begin(async (tx) => {
        await tx`select pg_sleep(0.1)`;
        lost.resolve();
        await tx`insert into written values ('another')`;
      }),
    ),
  );
  await expect
    .poll(() => sql`select who, count(*)::int from written group by who`)
    .toEqual([{ who: "another", count: connections }]);
});
