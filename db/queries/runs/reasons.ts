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

/** What some chunks `k` count, most of all first, as json. */
export const countedReasons = (scope: WorkspaceScope, chunks: Fragment): Fragment => scope.fragment`
  (select coalesce(jsonb_agg(jsonb_build_object('name', name, 'count', count) order by count desc, name), '[]') from (
    select e.key as name, sum(e.value::int)::int as count
    from run_chunks k cross join lateral jsonb_each_text(k.reasons) e
    where k.workspace_id = ${scope.id} and ${chunks} group by 1) counted)`;
