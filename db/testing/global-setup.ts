import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { startCluster } from "@/db/embedded/cluster";
import { prepareDatabase } from "@/db/embedded/prepare-database";
import { migrateDatabase } from "@/db/migrate";

declare module "vitest" {
  export interface ProvidedContext {
    superuserUrl: string;
    templateUrl: string;
  }
}

/** One throw-away Postgres per run; each test file copies its migrated template. */
export async function setup(project: TestProject) {
  const folder = mkdtempSync(join("/var/tmp", "pushpilot-test-"));
  chmodSync(folder, 0o711);
  const cluster = await startCluster({ dataFolder: join(folder, "pg"), durable: false });
  const templateUrl = await prepareDatabase(cluster.superuserUrl);
  await migrateDatabase(templateUrl);
  const sql = postgres(cluster.superuserUrl, { max: 1 });
  await sql.unsafe("alter role pushpilot createdb");
  await sql.end();
  project.provide("superuserUrl", cluster.superuserUrl);
  project.provide("templateUrl", templateUrl);
  return async () => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
