import { deleteWorkspace as deleteWorkspaceRow, lockWorkspace } from "@/db/queries/workspaces";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";

/** Takes everything of the workspace with it, the audit log too: the one trace left is in the process' log. */
export async function deleteWorkspace(ctx: WorkspaceContext): Promise<void> {
  ctx.require("workspace.delete");
  await ctx.transaction(async (tx) => {
    if (!(await lockWorkspace(tx.scope))) throw notFound();
    await deleteWorkspaceRow(tx.scope);
  });
  const { workspaceId, actor, origin } = ctx;
  log.info("workspace.deleted", { workspaceId, actorId: actor.id, requestId: origin?.requestId });
}
