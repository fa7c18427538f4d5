import { automationArchived } from "@/inngest/events/automations";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { changeStatus } from "./change-status";
import type { Automation } from "./get-automation";

/** Ends it for good. Everybody inside is taken out by a workflow, since they may be many. */
export const archiveAutomation = (
  ctx: WorkspaceContext,
  { automationId }: { automationId: string },
): Promise<Automation> =>
  changeStatus(ctx, { automationId, action: "archive" }, (tx) => {
    const data = { workspaceId: tx.workspaceId, automationId };
    return tx.emit({ name: automationArchived.name, data });
  });
