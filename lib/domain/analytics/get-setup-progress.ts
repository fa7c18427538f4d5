import { findSetupProgress } from "@/db/queries/analytics/find-setup-progress";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { type SetupState, type SetupTask, setupTasks } from "./setup";

/** Read from what exists, never from what was clicked. */
export async function getSetupProgress(ctx: WorkspaceContext): Promise<SetupState> {
  ctx.require("workspace.read");
  const found = await findSetupProgress(ctx.scope);
  const isDone: Record<SetupTask, boolean> = {
    provider: found.hasProvider,
    contacts: found.hasContacts,
    test: found.hasTest,
    campaign: found.hasCampaign,
    teammate: found.hasTeammate,
  };
  const done = setupTasks.filter((task) => isDone[task]);
  return { done, isComplete: done.length === setupTasks.length };
}
