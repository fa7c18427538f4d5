import { join } from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";

/** Brings the schema up to date. Safe to call from several processes at once. */
export async function migrateDatabase(url: string, root = process.cwd()): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await sql`select pg_advisory_lock(7075736870)`;
    await migrate(drizzle(sql), { migrationsFolder: join(root, "db/migrations") });
  } finally {
    await sql.end();
  }
}
