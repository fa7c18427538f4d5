import { buffer } from "node:stream/consumers";
import type { WorkspaceScope } from "@/db/scope";
import type { Delimiter, FormulaMode } from "@/lib/platform/csv/csv-dialect";
import { codeStatus } from "./code-status";

export type CodeCopy =
  | { format: "csv"; delimiter: Delimiter; formulas: FormulaMode }
  | { format: "txt" | "json" };

type Range = { batchId: string; from: number; to: number };

/** A code cannot begin with other signs that a spreadsheet runs: what is left of it when folded are letters and digits. */
const guardedCode = `case when left(c.code, 1) in ('-', '−', '－') then '''' || c.code else c.code end`;

/** Codes hold neither quotes nor backslashes. */
const columns = {
  csv: (formulas: FormulaMode) => `${formulas === "guarded" ? guardedCode : "c.code"}, ${codeStatus}, c.uses`,
  txt: () => "c.code",
  json: () => `'{"code":"' || c.code || '","status":"' || ${codeStatus} || '","uses":' || c.uses || '}'`,
};

/** Codes `from` until before `to` as lines of a file. COPY takes no parameters: values travel as settings of the transaction. */
export async function copyCodes(scope: WorkspaceScope, range: Range, copy: CodeCopy): Promise<Buffer> {
  return scope.transaction(async (tx) => {
    await tx.sql`
      select set_config('app.export_batch', ${range.batchId}, true), set_config('app.export_from', ${String(range.from)}, true),
        set_config('app.export_to', ${String(range.to)}, true)`;
    const selected = columns[copy.format](copy.format === "csv" ? copy.formulas : "plain");
    const form =
      copy.format === "csv"
        ? `(format csv, delimiter E'${copy.delimiter === "\t" ? "\\t" : copy.delimiter}')`
        : "(format text)";
    const source = await tx.connection
      .unsafe(`copy (select ${selected} from coupon_codes c
        join coupon_batches b on b.workspace_id = c.workspace_id and b.id = c.batch_id
        where c.workspace_id = current_setting('app.workspace_id')::uuid
          and c.batch_id = current_setting('app.export_batch')::uuid
          and c.seq >= current_setting('app.export_from')::int and c.seq < current_setting('app.export_to')::int
        order by c.seq) to stdout ${form}`)
      .readable();
    const lines = await buffer(source);
    // As in `copyExportPage`: a paused socket would never hear of the end.
    source._read(0);
    return lines;
  });
}

/** Behind the last code of the batch. */
export async function findCodeEnd(scope: WorkspaceScope, batchId: string): Promise<number> {
  const [row] = await scope.sql<{ end: number }>`
    select coalesce(max(seq) + 1, 0) as end from coupon_codes
    where workspace_id = ${scope.id} and batch_id = ${batchId}`;
  return row?.end ?? 0;
}
