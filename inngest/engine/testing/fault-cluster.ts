import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { connect, type Sql } from "@/db/client";
import { type Cluster, startCluster } from "@/db/embedded/cluster";
import { prepareDatabase } from "@/db/embedded/prepare-database";
import { migrateDatabase } from "@/db/migrate";

export type FaultCluster = { readonly sql: Sql; readonly url: string; restart(): Promise<void> };

/** A Postgres of its own that keeps its promises over a restart. */
export function useFaultCluster(): FaultCluster {
  let open: { cluster: Cluster; url: string; sql: Sql; folder: string } | undefined;
  const current = () => {
    if (!open) throw new Error("The cluster exists from beforeAll on.");
    return open;
  };
  beforeAll(async () => {
    const folder = mkdtempSync(join("/var/tmp", "pushpilot-faults-"));
    chmodSync(folder, 0o711);
    const cluster = await startCluster({ dataFolder: join(folder, "pg"), durable: true });
    const url = await prepareDatabase(cluster.superuserUrl);
    await migrateDatabase(url);
    open = { cluster, url, sql: connect(url), folder };
  });
  afterAll(async () => {
    const { cluster, sql, folder } = current();
    await sql.end({ timeout: 1 });
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    get sql() {
      return current().sql;
    },
    get url() {
      return current().url;
    },
    restart: async () => {
      await current().cluster.stop();
      await current().cluster.revive();
    },
  };
}
