import { exportAuditEntriesContract } from "@/lib/contracts/audit";
import { exportAuditEntries } from "@/lib/domain/audit/export-audit-entries";
import { route } from "@/lib/platform/http/route";
import { streamText } from "@/lib/platform/http/stream-text";

export const GET = route(exportAuditEntriesContract, async ({ ctx, query }) => {
  const headers = {
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": 'attachment; filename="audit-log.csv"',
    "cache-control": "no-store",
  };
  return new Response(streamText(await exportAuditEntries(ctx, query)), { headers });
});
