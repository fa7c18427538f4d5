import { chmodSync, mkdtempSync, rmSync } from "node:fs";
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
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
