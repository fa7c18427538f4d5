import { performanceDue } from "@/inngest/events/coupon-performance";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";

/** Has the figures computed anew: what has changed, or everything since a moment. */
export async function requestPerformance(
  ctx: WorkspaceContext,
  { from }: { from?: Date | undefined },
): Promise<{ requestedAt: Date }> {
  ctx.require("coupons.write");
  await ctx.transaction((tx) =>
    tx.emit({
      name: performanceDue.name,
      data: { workspaceId: tx.workspaceId, ...(from ? { from: from.toISOString() } : {}) },
    }),
  );
  return { requestedAt: ctx.now() };
}
