import { type InviteOffer, unsafeAcrossWorkspacesFindInvite } from "@/db/queries/system/invites";
import { hashBearerSecret } from "@/lib/platform/auth/bearer-secret";
import type { VisitorContext } from "@/lib/platform/context/visitor-context";
import { type InviteStatus, inviteStatusOf } from "./invite";

/** What a link offers and whether it still does; nothing when it never was a link of ours. */
export async function findInviteOffer(
  visitor: VisitorContext,
  secret: string,
): Promise<(InviteOffer & { status: InviteStatus }) | undefined> {
  const offer = await unsafeAcrossWorkspacesFindInvite(visitor.system, hashBearerSecret(secret));
  return offer && { ...offer, status: inviteStatusOf(offer, visitor.now()) };
}
