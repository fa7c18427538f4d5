import {
  type AuditEntryRow,
  type AuditFacets,
  type AuditFilter,
  findAuditFacets,
  listAuditEntries as listAuditEntryRows,
} from "@/db/queries/audit-log";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { type ListInput, type Page, parsePage, toPage } from "@/lib/platform/paging";
import { type AuditEntry, toAuditEntry } from "./audit-entry";

/** Not counted: the log only grows, and nobody needs its exact length. */
export async function listAuditEntries(
  ctx: WorkspaceContext,
  input: ListInput & AuditFilter,
): Promise<Page<AuditEntry>> {
  ctx.require("audit.read");
  const page = parsePage(input);
  const rows: AuditEntryRow[] = await listAuditEntryRows(ctx.scope, input, page);
  return toPage(rows.map(toAuditEntry), page.limit, (entry) => [entry.id], null);
}

export async function getAuditFacets(ctx: WorkspaceContext): Promise<AuditFacets> {
  ctx.require("audit.read");
  return findAuditFacets(ctx.scope);
}
