import type { WorkspaceScope } from "../scope";

/** How many rows of a table the statements of this transaction have looked at so far. */
export async function rowsRead({ sql }: Pick<WorkspaceScope, "sql">, table: string): Promise<number> {
  const [row] = await sql<{ count: number }>`
    select coalesce(pg_stat_get_xact_tuples_returned(${table}::text::regclass)
      + pg_stat_get_xact_tuples_fetched(${table}::text::regclass), 0)::int as count`;
  return row?.count ?? 0;
}
