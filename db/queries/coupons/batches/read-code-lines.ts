import type { WorkspaceScope } from "@/db/scope";
import type { Delimiter, FormulaMode } from "@/lib/platform/csv/csv-dialect";
import { codeStatus } from "./code-status";

export type CodeForm =
  | { format: "csv"; delimiter: Delimiter; formulas: FormulaMode }
  | { format: "txt" }
  | { format: "json" };

type Range = { batchId: string; from: number; to: number };

/** What is left of a code when it is folded are letters and digits: only a dash before them could begin a formula. */
const guardedCode = `case when left(c.code, 1) in ('-', '−', '－') then '''' || c.code else c.code end`;

/** For the same reason a code holds neither quotes nor backslashes nor what parts the cells of a file. */
function lineOf(scope: WorkspaceScope, form: CodeForm) {
  if (form.format === "txt") return scope.fragment`c.code`;
  const status = scope.raw(codeStatus);
  if (form.format === "json")
    return scope.fragment`'{"code":"' || c.code || '","status":"' || ${status} || '","uses":' || c.uses || '}'`;
  const { delimiter } = form;
  const code = scope.raw(form.formulas === "guarded" ? guardedCode : "c.code");
  return scope.fragment`${code} || ${delimiter}::text || ${status} || ${delimiter}::text || c.uses`;
}

/**
 * Codes `from` until before `to` as lines of a file, in one piece: as rows, or as COPY sends them, each would cost the driver
 * more than the database.
 */
export async function readCodeLines(scope: WorkspaceScope, range: Range, form: CodeForm): Promise<string> {
  const [page] = await scope.sql<{ lines: string }>`
    select coalesce(string_agg(line, ''), '') as lines from (
      select ${lineOf(scope, form)} || E'\\n' as line
      from coupon_codes c join coupon_batches b on b.workspace_id = c.workspace_id and b.id = c.batch_id
      where c.workspace_id = ${scope.id} and c.batch_id = ${range.batchId}
        and c.seq >= ${range.from} and c.seq < ${range.to}
      order by c.seq) page`;
  return page?.lines ?? "";
}

/** Behind the last code of the batch. */
export async function findCodeEnd(scope: WorkspaceScope, batchId: string): Promise<number> {
  const [row] = await scope.sql<{ end: number }>`
    select coalesce(max(seq) + 1, 0) as end from coupon_codes
    where workspace_id = ${scope.id} and batch_id = ${batchId}`;
  return row?.end ?? 0;
}
