import type { WorkspaceRow } from "@/db/queries/system/member-workspaces";
import { findWorkspace } from "@/db/queries/workspaces";
import type { Role } from "@/lib/domain/members/role";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";

/** `role` is the caller's; an API key has none. */
export type Workspace = WorkspaceRow & { role: Role | null };

export async function getWorkspace(ctx: WorkspaceContext): Promise<Workspace> {
  ctx.require("workspace.read");
  const workspace = await findWorkspace(ctx.scope);
  if (!workspace) throw notFound();
  return withRole(ctx, workspace);
}

export function withRole(ctx: WorkspaceContext, workspace: WorkspaceRow): Workspace {
  return { ...workspace, role: ctx.actor.kind === "user" ? ctx.actor.role : null };
}
