import { goLiveAgain } from "@/db/queries/automations/automations";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { changeStatus } from "./change-status";
import type { Automation } from "./get-automation";
import { wakeAt } from "./journey/wake";

/** Whoever is inside and became due meanwhile is moved on at once; whom the pause kept out stays out. */
export const resumeAutomation = (
  ctx: WorkspaceContext,
  { automationId }: { automationId: string },
): Promise<Automation> =>
  changeStatus(ctx, { automationId, action: "resume" }, async (tx) => {
    await goLiveAgain(tx.scope, automationId, tx.now());
    await wakeAt(tx, [tx.now()]);
  });
