import { ageSorts, cursorOf } from "@/db/keyset";
import {
  type AuditEntryRow,
  type AuditFacets,
  type AuditFilter,
  auditOrders,
  findAuditFacets,
  listAuditEntries as listAuditEntryRows,
} from "@/db/queries/audit/audit-log";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { type ListInput, type Page, parsePage, parseSort, toPage } from "@/lib/platform/paging";
import { type AuditEntry, toAuditEntry } from "./audit-entry";

/** Not counted: the log only grows, and nobody needs its exact length. */
export async function listAuditEntries(
  ctx: WorkspaceContext,
  input: ListInput & AuditFilter & { sort?: string | undefined },
): Promise<Page<AuditEntry>> {
  ctx.require("audit.read");
  const order = auditOrders[parseSort(input.sort, ageSorts)];
  const page = parsePage(input, order.keys.length);
  const rows: AuditEntryRow[] = await listAuditEntryRows(ctx.scope, input, order, page);
  return toPage(rows.map(toAuditEntry), page.limit, (entry) => cursorOf(order, entry), null);
}

export async function getAuditFacets(ctx: WorkspaceContext): Promise<AuditFacets> {
  ctx.require("audit.read");
  return findAuditFacets(ctx.scope);
}
