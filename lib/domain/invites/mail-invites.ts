import { markInviteMailed } from "@/db/queries/invites";
import { hashBearerSecret } from "@/lib/platform/auth/bearer-secret";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { publicUrl } from "@/lib/platform/env";
import { isAppError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import type { Invite, InviteWithSecret } from "./create-invites";
import { type InviteMail, inviteLink } from "./invite";
import { type InvitePost, openInvitePost, sendInvite } from "./send-invite";

export type MailedInvite = Invite & { url: string; mail: InviteMail };

/** After the invites are safe: whatever becomes of a mail, its link is there to be handed over. */
export function mailInvites(
  ctx: WorkspaceContext,
  invites: InviteWithSecret[],
  publicOrigin: string,
): Promise<MailedInvite[]> {
  return withPost(ctx, (post) => Promise.all(invites.map((invite) => mail(ctx, post, invite, publicOrigin))));
}

export function mailInvite(
  ctx: WorkspaceContext,
  invite: InviteWithSecret,
  publicOrigin: string,
): Promise<MailedInvite> {
  return withPost(ctx, (post) => mail(ctx, post, invite, publicOrigin));
}

async function withPost<T>(ctx: WorkspaceContext, work: (post: InvitePost) => Promise<T>): Promise<T> {
  const post = await openInvitePost(ctx);
  try {
    return await work(post);
  } finally {
    if (post.by === "installation") await post.server.close();
  }
}

async function mail(
  ctx: WorkspaceContext,
  post: InvitePost,
  { secret, ...invite }: InviteWithSecret,
  publicOrigin: string,
): Promise<MailedInvite> {
  const shown = { ...invite, url: inviteLink(publicOrigin, secret) };
  try {
    // Never the host that the request named: mails are read by people who know nothing of the request.
    const mail = await sendInvite(ctx, post, { ...invite, url: inviteLink(publicUrl(), secret) });
    if (mail.status !== "sent") return { ...shown, mail };
    const mailedAt = ctx.now();
    await markInviteMailed(ctx.scope, invite.id, { tokenHash: hashBearerSecret(secret), mailedAt });
    return { ...shown, mailedAt, mail };
  } catch (error) {
    log.warn("invite.not_mailed", { error });
    return { ...shown, mail: { status: "failed", detail: isAppError(error) ? error.message : null } };
  }
}
