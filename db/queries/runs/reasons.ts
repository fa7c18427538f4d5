import type { Fragment } from "@/db/client";
import type { WorkspaceScope } from "@/db/scope";

/** The reasons of a chunk `k` with more counted to them: senders and receipts write to the same ones. */
export const withReasons = (scope: WorkspaceScope, more: Record<string, number>): Fragment =>
  Object.keys(more).length === 0
    ? scope.fragment`k.reasons`
    : scope.fragment`(
        select jsonb_object_agg(each.reason, each.total) from (
          select reason, sum(count::int) as total from (
            select * from jsonb_each_text(k.reasons) union all select * from jsonb_each_text(${scope.json(more)})
          ) as counted(reason, count) group by reason) each)`;
