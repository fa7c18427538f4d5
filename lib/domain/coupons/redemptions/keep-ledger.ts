import { releaseDueHolds } from "@/db/queries/coupons/redemptions/take-coupons";
import { unsafeAcrossWorkspacesPurgeCouponTraces } from "@/db/queries/system/coupons";
import type { SystemScope, WorkspaceScope } from "@/db/scope";
import { announceCoupons } from "@/lib/domain/runs/announce-progress";
import { firstIdAt } from "@/lib/platform/ids";

const dayMillis = 24 * 60 * 60 * 1000;

/** How long an address and a browser are kept with what was done from them. */
export const traceDays = 30;

/** How long refusals are kept at all; the ledger is kept for good. */
const refusalDays = 180;

const holdsAtOnce = 500;

/** Takes back every hold of the workspace that is over. Several may do so at once. */
export async function reapHolds(scope: WorkspaceScope): Promise<number> {
  let total = 0;
  for (let count = holdsAtOnce; count === holdsAtOnce; total += count)
    count = await releaseDueHolds(scope, holdsAtOnce);
  if (total > 0) announceCoupons({ scope, workspaceId: scope.id });
  return total;
}

export async function purgeTraces(system: SystemScope, now: Date, batch = 5_000): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * dayMillis);
  const retention = {
    tracesBefore: before(traceDays),
    refusalsBeforeId: firstIdAt(before(refusalDays)),
    batch,
  };
  let count = batch;
  while (count === batch) count = await unsafeAcrossWorkspacesPurgeCouponTraces(system, retention);
}
