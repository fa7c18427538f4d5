import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { changeStatus } from "./change-status";
import type { Automation } from "./get-automation";

/** Nobody comes in and nobody moves on; events still take people out. */
export const pauseAutomation = (
  ctx: WorkspaceContext,
  { automationId }: { automationId: string },
): Promise<Automation> => changeStatus(ctx, { automationId, action: "pause" });
