import { findAutomation } from "@/db/queries/automations/automations";
import { lockSomeActive } from "@/db/queries/automations/enrolments";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { leave } from "./leaving/leave";

const batchMax = 1_000;

/** Takes a part of the people who are still inside what was archived out. `more`: others may be inside. */
export async function emptyArchived(
  ctx: WorkspaceContext,
  { automationId }: { automationId: string },
): Promise<{ left: number; more: boolean }> {
  ctx.require("automations.publish");
  const automation = await findAutomation(ctx.scope, automationId);
  if (automation?.status !== "archived") return { left: 0, more: false };
  const left = await ctx.transaction(async (tx) => {
    const inside = await lockSomeActive(tx.scope, automationId, batchMax);
    await leave(
      tx,
      inside.map((enrolment) => ({ enrolment, reason: "archived", detail: {} })),
    );
    return inside.length;
  });
  return { left, more: left === batchMax };
}
