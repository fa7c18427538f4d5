import { listAuditEntriesContract } from "@/lib/contracts/audit";
import { listAuditEntries } from "@/lib/domain/audit/list-audit-entries";
import { route } from "@/lib/platform/http/route";

export const GET = route(listAuditEntriesContract, ({ ctx, query }) => listAuditEntries(ctx, query));
