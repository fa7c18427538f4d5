import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { callApi } from "@/lib/browser/api-client";
import { listAuditEntriesContract } from "@/lib/contracts/audit";
import type { QueryOf, ResultOf } from "@/lib/platform/http/contract";

export type AuditEntry = ResultOf<typeof listAuditEntriesContract>["data"][number];

export type AuditQuery = QueryOf<typeof listAuditEntriesContract>;

export const auditOptions = (workspace: string, query: AuditQuery) =>
  queryOptions({
    queryKey: ["audit", workspace, query],
    queryFn: ({ signal }) => callApi(listAuditEntriesContract, { workspace, query, signal }),
    placeholderData: keepPreviousData,
  });
