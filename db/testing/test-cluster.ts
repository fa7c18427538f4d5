import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { startCluster } from "@/db/embedded/cluster";
import { prepareDatabase } from "@/db/embedded/prepare-database";
import { migrateDatabase } from "@/db/migrate";

type TestCluster = {
  readonly superuserUrl: string;
  /** A migrated, empty database, of which others can be copied. */
  readonly templateUrl: string;
  stop(): Promise<void>;
};

/** A throw-away Postgres whose role may create databases. */
export async function startTestCluster(): Promise<TestCluster> {
  const folder = mkdtempSync(join("/var/tmp", "pushpilot-test-"));
  chmodSync(folder, 0o711);
  const drop = () => dropAtOnce(folder);
  process.once("exit", drop);
  const { superuserUrl, stop } = await startCluster({ dataFolder: join(folder, "pg"), durable: false });
  const templateUrl = await prepareDatabase(superuserUrl);
  await migrateDatabase(templateUrl);
  const sql = postgres(superuserUrl, { max: 1 });
  await sql.unsafe("alter role pushpilot createdb");
  await sql.end();
  return {
    superuserUrl,
    templateUrl,
    stop: async () => {
      await stop();
      process.off("exit", drop);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** For a process that ends without `stop`, as Vitest does at a signal: its server is detached and would stay. */
function dropAtOnce(folder: string): void {
  const pidFile = join(folder, "pg", "data", "postmaster.pid");
  if (existsSync(pidFile)) process.kill(Number.parseInt(readFileSync(pidFile, "utf8"), 10), "SIGQUIT");
  // It takes the file away as the last thing it does.
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (let tries = 0; tries < 100 && existsSync(pidFile); tries += 1) Atomics.wait(pause, 0, 0, 50);
  rmSync(folder, { recursive: true, force: true });
}
