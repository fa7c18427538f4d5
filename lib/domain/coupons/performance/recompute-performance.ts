import { replaceEngagement } from "@/db/queries/coupons/performance/replace-engagement";
import { replaceHours } from "@/db/queries/coupons/performance/replace-hours";
import { settleChangedOrders } from "@/db/queries/coupons/performance/settle-changed-orders";
import {
  findPerformanceState,
  keepPerformanceState,
  lockPerformance,
  markStaleHours,
  takeStaleHours,
} from "@/db/queries/coupons/performance/stale-hours";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { spansOf } from "./hour-spans";

const dayMillis = 86_400_000;

/** How far back the hourly totals of messages still move. */
const receiptsMillis = 35 * dayMillis;

const beginning = new Date("1970-01-01T00:00:00Z");
const end = new Date("2200-01-01T00:00:00Z");

/**
 * Computes anew the hours whose redemptions, orders, codes or messages have changed since the last time, and puts them in
 * the place of what was there: a repeat, at any time and after any crash, gives the same. Gives how many hours.
 */
export async function recomputePerformance(
  ctx: WorkspaceContext,
  { from }: { from?: Date | undefined } = {},
): Promise<{ hours: number }> {
  return ctx.transaction(async ({ scope: tx, now }) => {
    await lockPerformance(tx);
    const state = await findPerformanceState(tx);
    if (!state) return { hours: 0 };
    const { timeZone, isZoneNew } = state;
    const since = isZoneNew ? beginning : (state.since ?? beginning);
    const changedSince = from && from < since ? from : since;
    await settleChangedOrders(tx, changedSince);
    if (isZoneNew || from) await markStaleHours(tx, isZoneNew ? beginning : (from ?? beginning), end);
    const hours = await takeStaleHours(tx, since);
    for (const span of spansOf(hours)) await replaceHours(tx, span, timeZone);
    const moving = new Date(now().getTime() - receiptsMillis);
    const earliest = new Date(Math.min(moving.getTime(), ...hours.map((hour) => hour.getTime())));
    await replaceEngagement(tx, earliest, timeZone);
    await keepPerformanceState(tx, timeZone);
    return { hours: hours.length };
  });
}
