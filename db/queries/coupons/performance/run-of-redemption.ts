import type { Fragment } from "@/db/client";
import type { WorkspaceScope } from "@/db/scope";

/**
 * Joins: `u` is the run whose message brought the code of the redemption `r`: as `r` says, else the one that gave the code
 * out; test sends bring none.
 * With `coalesce` no index could be used: Postgres does not trust it under row-level security.
 */
export const broughtBy = (scope: WorkspaceScope): Fragment => scope.fragment`
  left join coupon_codes k on k.workspace_id = ${scope.id} and k.code_key = r.code_key and r.run_id is null
    and k.batch_id is not null
  left join code_allocations g on g.workspace_id = ${scope.id} and g.batch_id = k.batch_id and g.seq = k.seq
  left join runs u on u.workspace_id = ${scope.id} and u.kind <> 'test'
    and u.id = case when r.run_id is null then g.run_id else r.run_id end`;
