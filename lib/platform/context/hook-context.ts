import { database } from "@/db/client";
import { findSendingWorkspace } from "@/db/queries/runs/sending-context";
import { WorkspaceScope } from "@/db/scope";
import { isUuid } from "@/lib/platform/uuid";
import { WorkspaceContext } from "./workspace-context";

/** The context of a signed call from outside: the signature, not the caller, says whose workspace it is about. */
export async function contextOfHook(
  hook: string,
  workspaceId: string,
): Promise<WorkspaceContext | undefined> {
  if (!isUuid(workspaceId)) return undefined;
  const scope = WorkspaceScope.mint(database(), workspaceId);
  const workspace = await findSendingWorkspace(scope);
  if (!workspace) return undefined;
  return new WorkspaceContext({ scope, actor: { kind: "system", id: hook, name: hook } });
}
