import { listOpenInvites } from "@/db/queries/invites";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import type { Page } from "@/lib/platform/paging";
import type { Invite } from "./create-invites";
import { inviteStatusOf } from "./invite";

const openInvitesMax = 500;

/** Invites that are open or ran out; those accepted or revoked are history, for the audit log. */
export async function listInvites(ctx: WorkspaceContext): Promise<Page<Invite>> {
  ctx.require("members.read");
  const rows = await listOpenInvites(ctx.scope, openInvitesMax);
  const data = rows.map((row) => ({ ...row, status: inviteStatusOf(row, ctx.now()) }));
  return { object: "list", data, hasMore: false, nextCursor: null, total: data.length };
}
