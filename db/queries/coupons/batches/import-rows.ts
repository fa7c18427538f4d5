import type { WorkspaceScope } from "@/db/scope";
import type { BatchRow } from "./batch-row";

/**
 * The code of that key, looked up row by row: a workspace that grows by thousands of codes a second is unknown to the
 * statistics, and a join would then compare each with each.
 */
const ofThatKey = (tx: WorkspaceScope, table: string, column: string) => tx.fragment`lateral (
  select 1 as line from coupon_codes c
  where c.workspace_id = ${tx.id} and c.code_key = ${tx.name(table)}.${tx.name(column)} limit 1)`;

export type ImportedCode = { line: number; key: string; code: string };

/** Puts codes aside that nobody has yet; gives the lines of those it took and of those that are there already. */
export async function stageCodes(
  tx: WorkspaceScope,
  jobId: string,
  rows: readonly ImportedCode[],
): Promise<{ staged: Set<number>; existing: Set<number> }> {
  const found = await tx.sql<{ line: number; isThere: boolean }>`
    with r as materialized (
      select r.*, there.line is not null as is_there
      from unnest(${rows.map(({ line }) => line)}::int[], ${rows.map(({ key }) => key)}::text[],
        ${rows.map(({ code }) => code)}::text[]) as r(line, key, code)
      left join ${ofThatKey(tx, "r", "key")} there on true),
    staged as (
      insert into coupon_import_rows (workspace_id, job_id, code_key, line, code)
      select ${tx.id}, ${jobId}, r.key, r.line, r.code from r where not r.is_there order by r.line
      on conflict do nothing returning line)
    select line, true as is_there from r where r.is_there union all select line, false from staged`;
  const linesOf = (isThere: boolean) =>
    new Set(found.filter((row) => row.isThere === isThere).map(({ line }) => line));
  return { staged: linesOf(false), existing: linesOf(true) };
}

export async function countStaged(scope: WorkspaceScope, jobId: string): Promise<number> {
  const [row] = await scope.sql<{ count: number }>`
    select count(*)::int as count from coupon_import_rows where workspace_id = ${scope.id} and job_id = ${jobId}`;
  return row?.count ?? 0;
}

/** Only one of two who take what a check found gets it. */
export async function claimStaged(tx: WorkspaceScope, jobId: string, batchId: string): Promise<boolean> {
  const rows = await tx.sql`
    update jobs set result = coalesce(result, '{}') || ${tx.json({ batch: batchId })}::jsonb
    where workspace_id = ${tx.id} and id = ${jobId} and not coalesce(result, '{}') ? 'batch' returning 1`;
  return rows.length === 1;
}

type StagedPage = { jobId: string; after: number; limit: number };

/** Gives the last line, or none when nothing is left, how many were written, and those that are there by now. */
export async function writeStaged(
  tx: WorkspaceScope,
  batch: Pick<BatchRow, "id" | "offerId" | "generated" | "isDisabled">,
  { jobId, after, limit }: StagedPage,
): Promise<{ last: number | null; written: number; existing: { line: number; code: string }[] }> {
  const [page] = await tx.sql<{
    last: number | null;
    written: number;
    existing: { line: number; code: string }[];
  }>`
    with page as materialized (
      select p.*, there.line is not null as is_there
      from (
        select code_key, code, line from coupon_import_rows
        where workspace_id = ${tx.id} and job_id = ${jobId} and line > ${after} order by line limit ${limit}) p
      left join ${ofThatKey(tx, "p", "code_key")} there on true),
    written as (
      insert into coupon_codes (workspace_id, code_key, code, offer_id, batch_id, seq, is_disabled)
      select ${tx.id}, p.code_key, p.code, ${batch.offerId}, ${batch.id},
        ${batch.generated}::int + row_number() over (order by p.line) - 1, ${batch.isDisabled}
      from page p where not p.is_there returning 1)
    select (select max(line) from page) as last, (select count(*)::int from written) as written,
      (select coalesce(jsonb_agg(jsonb_build_object('line', line, 'code', code) order by line), '[]')
        from page where is_there)
        as existing`;
  return page ?? { last: null, written: 0, existing: [] };
}

export async function deleteStaged(tx: WorkspaceScope, jobId: string): Promise<void> {
  await tx.sql`delete from coupon_import_rows where workspace_id = ${tx.id} and job_id = ${jobId}`;
}
