import {
  type CouponAudit,
  findCouponAudit,
  saveCouponAudit,
} from "@/db/queries/coupons/ledger/coupon-audits";
import { findViolations } from "@/db/queries/coupons/ledger/find-violations";
import { countMisses, type MissCounts } from "@/db/queries/coupons/ledger/miss-rate";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { firstIdAt } from "@/lib/platform/ids";
import { findingsMax, type InvariantCheck, invariants } from "./invariant";

export type MissRate = MissCounts & {
  /** More than typing explains: a code that nobody was given, or far more wrong ones than usual. */
  isUnusual: boolean;
};

export type InvariantReport = { checkedAt: Date; off: number; checks: InvariantCheck[]; misses: MissRate };

const dayMillis = 86_400_000;
const usualDays = 28;
/** Below this nobody is attacking anything. */
const missesOfTyping = 20;
const timesUsual = 3;

/** Looks at everything now. It reports and never repairs: what is off is a fault of ours that somebody has to see. */
export async function checkInvariants(
  ctx: WorkspaceContext,
): Promise<InvariantReport & { nightly: CouponAudit | null }> {
  ctx.require("coupons.read");
  const [report, misses, nightly] = await Promise.all([
    look(ctx),
    missRateOf(ctx),
    findCouponAudit(ctx.scope),
  ]);
  return { ...report, misses, nightly: nightly ?? null };
}

/** The same by night: the result is kept, and what is off stands in the audit log. */
export async function auditCoupons(ctx: WorkspaceContext): Promise<{ off: number }> {
  const [report, misses] = [await look(ctx), await missRateOf(ctx)];
  const target = { kind: "workspace", id: ctx.workspaceId };
  await ctx.transaction(async (tx) => {
    await saveCouponAudit(tx.scope, report);
    if (report.off > 0) {
      const found = report.checks
        .filter(({ off }) => off > 0)
        .map(({ invariant, off }) => [invariant, off] as const);
      await tx.audit("coupon.drift_found", target, { after: Object.fromEntries(found) });
    }
    if (misses.isUnusual) await tx.audit("coupon.guessing_noticed", target, { after: { ...misses } });
  });
  return { off: report.off };
}

/** Each statement sees one instant, so that a use made while it looks is in both of its sums or in neither. */
async function look(ctx: WorkspaceContext): Promise<CouponAudit> {
  const checkedAt = ctx.now();
  const checks: InvariantCheck[] = [];
  for (const invariant of invariants) checks.push(await findViolations(ctx.scope, invariant, findingsMax));
  return { checkedAt, off: checks.reduce((sum, { off }) => sum + off, 0), checks };
}

async function missRateOf(ctx: WorkspaceContext): Promise<MissRate> {
  const now = ctx.now().getTime();
  const misses = await countMisses(ctx.scope, {
    dayAgoId: firstIdAt(new Date(now - dayMillis)),
    weeksAgoId: firstIdAt(new Date(now - (usualDays + 1) * dayMillis)),
    usualDays,
  });
  const expected = Math.max(missesOfTyping, misses.usualPerDay * timesUsual);
  return { ...misses, isUnusual: misses.honeytokens > 0 || misses.missed > expected };
}
