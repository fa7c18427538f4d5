import { stringify } from "csv-stringify/sync";
import { type AuditEntryRow, type AuditFilter, listAuditEntries } from "@/db/queries/audit-log";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";

const chunkRows = 1_000;

const header = [
  "time",
  "actor_kind",
  "actor_id",
  "actor_name",
  "action",
  "target_kind",
  "target_id",
  "target_name",
  "before",
  "after",
  "ip",
  "user_agent",
  "request_id",
];

/**
 * CSV text in pieces, the newest entry first, whatever the length of the log. Cells that a spreadsheet would run as
 * a formula are defused.
 */
export async function* exportAuditEntries(
  ctx: WorkspaceContext,
  filter: AuditFilter,
): AsyncGenerator<string, void> {
  ctx.require("audit.read");
  // The mark that makes Excel read UTF-8.
  yield `\uFEFF${toCsv([header])}`;
  let after: string[] | undefined;
  do {
    const rows = await listAuditEntries(ctx.scope, filter, { limit: chunkRows, offset: 0, after });
    const page = rows.slice(0, chunkRows);
    if (page.length > 0) yield toCsv(page.map(cellsOf));
    const last = page.at(-1);
    after = rows.length > chunkRows && last ? [last.id] : undefined;
  } while (after);
}

const toCsv = (rows: string[][]): string =>
  stringify(rows, { escape_formulas: true, record_delimiter: "windows" });

const cellsOf = (row: AuditEntryRow): string[] => [
  row.createdAt.toISOString(),
  row.actorKind,
  row.actorId,
  row.actorName,
  row.action,
  row.targetKind,
  row.targetId,
  row.targetName,
  row.before ? JSON.stringify(row.before) : "",
  row.after ? JSON.stringify(row.after) : "",
  row.ip ?? "",
  row.userAgent ?? "",
  row.requestId ?? "",
];
