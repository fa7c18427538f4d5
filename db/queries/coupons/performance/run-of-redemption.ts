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
