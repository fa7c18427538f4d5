import type { Sql } from "@/db/client";
import { unsafeAcrossWorkspacesNoteActivity } from "@/db/queries/system/member-workspaces";
import { SystemScope } from "@/db/scope";

const activityMillis = 5 * 60 * 1000;

type Visitor = { workspaceId: string; userId: string; lastActiveAt: Date | null };

/** Notes that a member is here, once in five minutes; at once when they return from another workspace. */
export async function noteActivity(
  sql: Sql,
  { workspaceId, userId, lastActiveAt }: Visitor,
  isReturn = false,
): Promise<void> {
  const isFresh = lastActiveAt && Date.now() - lastActiveAt.getTime() < activityMillis;
  if (isFresh && !isReturn) return;
  await unsafeAcrossWorkspacesNoteActivity(SystemScope.mint(sql), workspaceId, userId);
}
