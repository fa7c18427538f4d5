import { cursorOf } from "@/db/keyset";
import {
  type AuditEntryRow,
  type AuditFilter,
  auditOrders,
  listAuditEntries,
} from "@/db/queries/audit/audit-log";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { byteOrderMark, toCsvLine } from "@/lib/platform/csv/csv-cell";

const chunkRows = 1_000;
const order = auditOrders["-created_at"];

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
 * CSV text in pieces, the newest entry first, whatever the length of the log. The first rows are read before anything
 * is promised. Cells that a spreadsheet would run as a formula are defused.
 */
export async function exportAuditEntries(
  ctx: WorkspaceContext,
  filter: AuditFilter,
): Promise<AsyncGenerator<string, void>> {
  ctx.require("audit.read");
  const read = (after?: string[]) =>
    listAuditEntries(ctx.scope, filter, order, { limit: chunkRows, offset: 0, after });
  return lines(await read(), read);
}

async function* lines(
  first: AuditEntryRow[],
  read: (after: string[]) => Promise<AuditEntryRow[]>,
): AsyncGenerator<string, void> {
  yield byteOrderMark + toCsv([header]);
  for (let rows = first; ; ) {
    const page = rows.slice(0, chunkRows);
    const last = page.at(-1);
    if (last) yield toCsv(page.map(cellsOf));
    if (!last || rows.length <= chunkRows) return;
    rows = await read(cursorOf(order, last));
  }
}

const toCsv = (rows: string[][]): string => rows.map((row) => toCsvLine(row, ",")).join("");

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
