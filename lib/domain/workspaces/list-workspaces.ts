import type { UserIdentity } from "@/db/queries/system/identity";
import {
  type MemberWorkspace,
  unsafeAcrossWorkspacesListWorkspacesOf,
} from "@/db/queries/system/member-workspaces";
import type { VisitorContext } from "@/lib/platform/context/visitor-context";
import type { Page } from "@/lib/platform/paging";

/** All of the person's workspaces in one page: nobody has more than a screenful. */
export async function listWorkspaces(
  visitor: VisitorContext,
  user: UserIdentity,
): Promise<Page<MemberWorkspace>> {
  const data = await unsafeAcrossWorkspacesListWorkspacesOf(visitor.system, user.id);
  return { object: "list", data, hasMore: false, nextCursor: null, total: data.length };
}
