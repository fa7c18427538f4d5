import { closeWorkspace, lockWorkspace } from "@/db/queries/workspaces";
import { workspaceDeleted } from "@/inngest/events/workspaces";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";

/**
 * Closes the workspace at once; everything of it follows batch by batch, the audit log too: the one trace left is in
 * the process' log.
 */
export async function deleteWorkspace(ctx: WorkspaceContext): Promise<void> {
  ctx.require("workspace.delete");
  const { workspaceId, actor, origin } = ctx;
  await ctx.transaction(async (tx) => {
    if (!(await lockWorkspace(tx.scope))) throw notFound();
    await closeWorkspace(tx.scope);
    await tx.emit({
      id: `workspace-${workspaceId}-deleted`,
      name: workspaceDeleted.name,
      data: { workspaceId },
    });
  });
  log.info("workspace.deleted", { workspaceId, actorId: actor.id, requestId: origin?.requestId });
}
