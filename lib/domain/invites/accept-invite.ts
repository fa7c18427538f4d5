import { acceptInvite as acceptInviteRow } from "@/db/queries/invites";
import { insertMember } from "@/db/queries/members";
import { insertUser } from "@/db/queries/system/accounts";
import type { UserIdentity } from "@/db/queries/system/identity";
import type { InviteOffer } from "@/db/queries/system/invites";
import { assertGoodPassword } from "@/lib/domain/users/assert-good-password";
import { accountNotCreated } from "@/lib/domain/users/register-user";
import { hashBearerSecret } from "@/lib/platform/auth/bearer-secret";
import { limitGuesses } from "@/lib/platform/auth/limit-guesses";
import { hashPassword } from "@/lib/platform/auth/password";
import type { VisitorContext } from "@/lib/platform/context/visitor-context";
import type { TransactionContext } from "@/lib/platform/context/workspace-context";
import { conflict, forbidden, notFound } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { findInviteOffer } from "./find-invite-offer";

type Joined = { workspaceId: string; workspaceSlug: string };

/** The signed-in person joins; an invite is for the address it was sent to and nobody else. */
export async function acceptInvite(
  visitor: VisitorContext,
  user: UserIdentity,
  secret: string,
): Promise<Joined> {
  const offer = await getOpenOffer(visitor, secret);
  if (offer.email !== user.email) {
    throw forbidden("This invite is for another e-mail address.", { reason: "invite_for_other_email" });
  }
  await joining(visitor, offer, user).transaction((tx) => join(tx, offer, secret));
  return { workspaceId: offer.workspaceId, workspaceSlug: offer.workspaceSlug };
}

type NewAccount = { name: string; password: string; locale: string; timeZone: string };

/** A new account for the invited address, and its membership; both or neither. */
export async function registerInvitee(
  visitor: VisitorContext,
  secret: string,
  input: NewAccount,
): Promise<Joined & { user: UserIdentity }> {
  const offer = await getOpenOffer(visitor, secret);
  await limitGuesses(visitor.pool, offer.email, visitor.origin.ip);
  assertGoodPassword(input.password, offer.email);
  const { name, locale, timeZone } = input;
  const person = { id: newId(), email: offer.email, name, locale, timeZone };
  const passwordHash = await hashPassword(input.password);
  const user = await joining(visitor, offer, person).transaction(async (tx) => {
    const inserted = await insertUser(tx.scope, { ...person, passwordHash });
    if (!inserted) throw accountNotCreated();
    await join(tx, offer, secret);
    return inserted;
  });
  return { user, workspaceId: offer.workspaceId, workspaceSlug: offer.workspaceSlug };
}

async function getOpenOffer(visitor: VisitorContext, secret: string): Promise<InviteOffer> {
  const offer = await findInviteOffer(visitor, secret);
  if (!offer) throw notFound();
  if (offer.status !== "invited") throw inviteClosed(offer.status);
  return offer;
}

const inviteClosed = (status: string) =>
  conflict("This invite can no longer be used. Ask for a new one.", { reason: "invite_closed", status });

function joining(visitor: VisitorContext, offer: InviteOffer, person: { id: string; name: string }) {
  const actor = { kind: "user", id: person.id, name: person.name, role: offer.role } as const;
  return visitor.inWorkspace(offer.workspaceId, actor);
}

async function join(tx: TransactionContext, { id, role }: InviteOffer, secret: string): Promise<void> {
  if (!(await acceptInviteRow(tx.scope, id, hashBearerSecret(secret)))) throw inviteClosed("accepted");
  const isNew = await insertMember(tx.scope, { userId: tx.actor.id, role });
  if (!isNew) return;
  const target = { kind: "user", id: tx.actor.id, name: tx.actor.name };
  await tx.audit("member.joined", target, { after: { role, inviteId: id } });
}
