import type { Fragment } from "@/db/client";
import type { WorkspaceScope } from "@/db/scope";

/** The run whose message brought a code: as the redemption says, else the run that gave the code out. */
export const runOfRedemption = (
  scope: WorkspaceScope,
  runId: Fragment,
  codeKey: Fragment,
): Fragment => scope.fragment`
  coalesce(${runId}, (
    select a.run_id from coupon_codes k
    join code_allocations a on a.workspace_id = ${scope.id} and a.batch_id = k.batch_id and a.seq = k.seq
    where k.workspace_id = ${scope.id} and k.code_key = ${codeKey} and k.batch_id is not null limit 1))`;

/**
 * The same as joins, for many at once: `u` is the run that brought the code of the redemption `r`; test sends bring none.
 * With `coalesce` no index could be used: Postgres does not trust it under row-level security.
 */
export const broughtBy = (scope: WorkspaceScope): Fragment => scope.fragment`
  left join coupon_codes k on k.workspace_id = ${scope.id} and k.code_key = r.code_key and r.run_id is null
    and k.batch_id is not null
  left join code_allocations g on g.workspace_id = ${scope.id} and g.batch_id = k.batch_id and g.seq = k.seq
  left join runs u on u.workspace_id = ${scope.id} and u.kind <> 'test'
    and u.id = case when r.run_id is null then g.run_id else r.run_id end`;
