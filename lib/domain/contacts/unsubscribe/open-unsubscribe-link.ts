import { findCurrentId } from "@/db/queries/contacts/find-contact";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import type { UnsubscribeClaim } from "./unsubscribe-link";

/** Whom a link names now: a visitor who was written to may have become a user since. */
export async function openUnsubscribeLink(
  ctx: WorkspaceContext,
  claim: UnsubscribeClaim,
): Promise<UnsubscribeClaim> {
  ctx.require("contacts.read");
  return { ...claim, contactId: await findCurrentId(ctx.scope, claim.contactId) };
}
