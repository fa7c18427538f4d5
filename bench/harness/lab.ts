import { execFile } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import postgres from "postgres";
import { connect, type Sql } from "@/db/client";
import { startCluster } from "@/db/embedded/cluster";
import { prepareDatabase } from "@/db/embedded/prepare-database";
import { migrateDatabase } from "@/db/migrate";

export type LabDatabase = {
  url: string;
  /** The product's own role, under row-level security. */
  sql: Sql;
  superuserUrl: string;
  /** Writes down what was furnished, and leaves log files to use again: else whoever is measured next waits for it. */
  settle(): Promise<void>;
};

/** A Postgres of its own with production's settings, in a folder that goes with it. */
export type Lab = {
  folder: string;
  /** Where the server itself may write. */
  serverFolder: string;
  createDatabase(): Promise<LabDatabase>;
  close(): Promise<void>;
};

export async function openLab(): Promise<Lab> {
  const folder = mkdtempSync(join("/var/tmp", "pushpilot-bench-"));
  chmodSync(folder, 0o711);
  const cluster = await startCluster({ dataFolder: join(folder, "pg"), durable: true });
  const templateUrl = await prepareDatabase(cluster.superuserUrl);
  await migrateDatabase(templateUrl);
  const superuser = postgres(cluster.superuserUrl, { max: 1, onnotice: () => undefined });
  const opened: Sql[] = [];
  const settle = async () => {
    await superuser.unsafe("checkpoint");
    await promisify(execFile)("sync");
  };
  let count = 0;
  return {
    folder,
    serverFolder: join(folder, "pg"),
    async createDatabase() {
      count += 1;
      const name = `bench_${count}`;
      await superuser.unsafe(`create database ${name} template pushpilot owner pushpilot`);
      const url = withDatabase(templateUrl, name);
      const sql = connect(url);
      opened.push(sql);
      return { url, sql, superuserUrl: withDatabase(cluster.superuserUrl, name), settle };
    },
    async close() {
      await Promise.all([...opened, superuser].map((sql) => sql.end({ timeout: 1 })));
      await cluster.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
