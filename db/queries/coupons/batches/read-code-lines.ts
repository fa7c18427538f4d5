import type { WorkspaceScope } from "@/db/scope";
import type { Delimiter, FormulaMode } from "@/lib/platform/csv/csv-dialect";
import { codeStatusWhen } from "./code-status";

export type CodeForm =
  | { format: "csv"; delimiter: Delimiter; formulas: FormulaMode }
  | { format: "txt" }
  | { format: "json" };

type Range = { batchId: string; from: number; to: number };

/**
 * What is left of a code when it is folded are letters and digits: only a dash before them could begin a formula. The first
 * comparison, of bytes, settles it for all but a few.
 */
const guardedCode = `case when c.code >= '0' and c.code < '{' then c.code
  when left(c.code, 1) in ('-', '−', '－') then '''' || c.code else c.code end`;

const isUntouched = `c.uses = 0 and not c.is_disabled and c.contact_id is null
  and c.seq >= (select allocated from stock)`;

const status = codeStatusWhen(
  "c.seq < (select allocated from stock) and c.seq not in (select seq from returned)",
);

/**
 * A line as the code and what follows it, nearly always the same text. For the same reason a code holds neither quotes nor
 * backslashes nor what parts the cells of a file.
 */
function partsOf(scope: WorkspaceScope, form: CodeForm) {
  if (form.format === "txt") return scope.fragment`c.code as head, E'\\n' as tail`;
  if (form.format === "json")
    return scope.fragment`'{"code":"' || c.code as head, '","status":"' || ${scope.raw(status)} || '","uses":' || c.uses || E'}\\n' as tail`;
  const { delimiter, formulas } = form;
  const untouched = `${delimiter}unused${delimiter}0\n`;
  return scope.fragment`${scope.raw(formulas === "guarded" ? guardedCode : "c.code")} as head,
    case when ${scope.raw(isUntouched)} then ${untouched}::text
      else ${delimiter}::text || ${scope.raw(status)} || ${delimiter}::text || c.uses || E'\\n' end as tail`;
}

/**
 * Codes `from` until before `to` as lines of a file, in one piece: as rows, or as COPY sends them, each would cost the driver
 * more than the database. The code goes in as the delimiter, so that no line is put together on its own; that of the first
 * line, which has nothing before it to be parted from, is added.
 */
export async function readCodeLines(scope: WorkspaceScope, range: Range, form: CodeForm): Promise<string> {
  const { batchId, from, to } = range;
  const [page] = await scope.sql<{ lines: string }>`
    with stock as (
      select allocated from coupon_batches where workspace_id = ${scope.id} and id = ${batchId}
    ), returned as (
      select seq from returned_codes
      where workspace_id = ${scope.id} and batch_id = ${batchId} and seq >= ${from} and seq < ${to}
    ), page as not materialized (
      select c.seq, ${partsOf(scope, form)} from coupon_codes c
      where c.workspace_id = ${scope.id} and c.batch_id = ${batchId} and c.seq >= ${from} and c.seq < ${to}
    )
    select coalesce((select head from page order by seq limit 1) || string_agg(tail, head order by seq), '') as lines
    from page`;
  return page?.lines ?? "";
}

/** Behind the last code of the batch. Sought from the end: a maximum is counted out while the table has no statistics. */
export async function findCodeEnd(scope: WorkspaceScope, batchId: string): Promise<number> {
  const [row] = await scope.sql<{ end: number }>`
    select seq + 1 as end from coupon_codes
    where workspace_id = ${scope.id} and batch_id = ${batchId} and seq is not null
    order by seq desc limit 1`;
  return row?.end ?? 0;
}
