import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { log } from "@/lib/platform/log";

/** Somebody tries codes at random, or one that nobody was ever given. Told at most once an hour, whatever comes. */
export async function soundAlarm(ctx: WorkspaceContext): Promise<void> {
  log.warn("coupons.guessing", { workspaceId: ctx.workspaceId, ip: ctx.origin?.ip });
  await ctx.transaction((tx) =>
    tx.audit("coupon.guessing_noticed", { kind: "workspace", id: ctx.workspaceId }),
  );
}
