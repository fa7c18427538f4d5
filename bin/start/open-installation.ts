import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import postgres from "postgres";
import { database } from "@/db/client";
import { type Cluster, startCluster } from "@/db/embedded/cluster";
import { prepareDatabase } from "@/db/embedded/prepare-database";
import { migrateDatabase } from "@/db/migrate";
import { env, provideEnv } from "@/lib/platform/env";
import { installationSecret } from "./installation-secret";

export type Installation = {
  dataFolder: string;
  databaseUrl: string;
  isEmbedded: boolean;
  /** Closes the pool, and the embedded server unless another process still works with it. */
  close(): Promise<void>;
};

/** Data folder, secret and a migrated database: what each process of an installation starts from. */
export async function openInstallation(): Promise<Installation> {
  const dataFolder = resolve(env().PUSHPILOT_DATA);
  mkdirSync(dataFolder, { recursive: true, mode: 0o711 });
  if (!env().PUSHPILOT_SECRET) provideEnv({ PUSHPILOT_SECRET: installationSecret(dataFolder) });
  const cluster = env().DATABASE_URL ? undefined : await startEmbedded(dataFolder);
  const url = env().DATABASE_URL;
  if (!url) throw new Error("There is no database.");
  await migrateDatabase(url);
  return {
    dataFolder,
    databaseUrl: url,
    isEmbedded: cluster !== undefined,
    async close() {
      await database().end({ timeout: 5 });
      if (cluster && !(await isUsedByOthers(cluster))) await cluster.stop();
    },
  };
}

async function startEmbedded(dataFolder: string): Promise<Cluster> {
  const cluster = await startCluster({ dataFolder: join(dataFolder, "postgres"), durable: true });
  provideEnv({ DATABASE_URL: await prepareDatabase(cluster.superuserUrl) });
  return cluster;
}

async function isUsedByOthers(cluster: Cluster): Promise<boolean> {
  const sql = postgres(cluster.superuserUrl, { max: 1, onnotice: () => undefined });
  try {
    const [row] = await sql<{ others: number }[]>`
      select count(*)::int as others from pg_stat_activity
      where backend_type = 'client backend' and pid <> pg_backend_pid()`;
    return (row?.others ?? 0) > 0;
  } finally {
    await sql.end();
  }
}
