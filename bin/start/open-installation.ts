import { accessSync, constants, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import postgres from "postgres";
import { database } from "@/db/client";
import { type Cluster, startCluster } from "@/db/embedded/cluster";
import { exclusively } from "@/db/embedded/folder-claim";
import { prepareDatabase } from "@/db/embedded/prepare-database";
import { migrateDatabase } from "@/db/migrate";
import { env, provideEnv } from "@/lib/platform/env";
import { awaitDatabase } from "./await-database";
import { installationSecret } from "./installation-secret";
import { keepRunning } from "./keep-running";
import { StartRefusal } from "./start-refusal";

export type Installation = {
  dataFolder: string;
  databaseUrl: string;
  /** Closes the pool, and the embedded server unless another process still works with it. */
  close(): Promise<void>;
};

/** The folder of everything that is kept on disk; other accounts may walk through it, not look into it. */
export function openDataFolder(): string {
  const folder = resolve(env().PUSHPILOT_DATA);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o711 });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code;
    throw new StartRefusal(
      `the data folder ${folder} cannot be written (${reason}). Give it to this account, or set PUSHPILOT_DATA to another folder.`,
      { cause },
    );
  }
  return folder;
}

/** Data folder, secret and a migrated database: what each process of an installation starts from. */
export async function openInstallation(): Promise<Installation> {
  const dataFolder = openDataFolder();
  if (!env().PUSHPILOT_SECRET) provideEnv({ PUSHPILOT_SECRET: installationSecret(dataFolder) });
  const close = env().DATABASE_URL ? await openExternal() : await openEmbedded(dataFolder);
  const databaseUrl = env().DATABASE_URL;
  if (!databaseUrl) throw new Error("There is no database.");
  try {
    await awaitDatabase(() => migrateDatabase(databaseUrl));
  } catch (error) {
    await close();
    throw error;
  }
  return { dataFolder, databaseUrl, close };
}

const closePool = (): Promise<void> => database().end({ timeout: 5 });

async function openExternal(): Promise<() => Promise<void>> {
  try {
    await database()`select`;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StartRefusal(`the database does not let us in: ${reason}. Check DATABASE_URL.`, { cause });
  }
  return closePool;
}

/** Starting and stopping take turns between processes: none stops the server that another has just found running. */
async function openEmbedded(dataFolder: string): Promise<() => Promise<void>> {
  const claimFile = join(dataFolder, "postgres.lock");
  const cluster = await exclusively(claimFile, async () => {
    const started = await startCluster({ dataFolder: join(dataFolder, "postgres"), durable: true });
    try {
      provideEnv({ DATABASE_URL: await awaitDatabase(() => prepareDatabase(started.superuserUrl)) });
      await awaitDatabase(async () => database()`select`);
    } catch (error) {
      await started.stop();
      throw error;
    }
    return started;
  });
  const letGo = keepRunning(cluster, claimFile);
  return async () => {
    await letGo();
    await exclusively(claimFile, async () => {
      await closePool();
      if (cluster.isRunning() && !(await isUsedByOthers(cluster))) await cluster.stop();
    });
  };
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
