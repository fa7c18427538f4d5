import type { Sql } from "@/db/client";

/** How many sessions of the test's database wait for a lock that another one has. */
export async function countBlocked(sql: Sql): Promise<number> {
  const rows = await sql`
    select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  return rows.length;
}
