import { markInviteMailed } from "@/db/queries/invites";
import { findActiveProvider } from "@/db/queries/providers/find-provider";
import type { ProviderRow } from "@/db/queries/providers/provider-row";
import { findAccount } from "@/db/queries/system/accounts";
import { findWorkspace } from "@/db/queries/workspaces";
import { everyHolderMayGrant } from "@/lib/domain/members/rank-of-actor";
import { answerOf } from "@/lib/domain/providers/outcome";
import { isSandboxKind } from "@/lib/domain/providers/provider";
import { maySendAccountMail, sendAccountMail } from "@/lib/domain/providers/transport/account-mail";
import { sendOnce } from "@/lib/domain/providers/trial/send-once";
import { type InterfaceLocale, toInterfaceLocale } from "@/lib/domain/users/user";
import { hashBearerSecret } from "@/lib/platform/auth/bearer-secret";
import { limitMails } from "@/lib/platform/auth/limit-guesses";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { publicUrl } from "@/lib/platform/env";
import { isAppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { log } from "@/lib/platform/log";
import type { Invite, InviteWithSecret } from "./create-invites";
import { type InviteMail, inviteDays, inviteLink } from "./invite";
import { inviteLetter } from "./invite-letter";

export type MailedInvite = Invite & { url: string; mail: InviteMail };

const ttlSeconds = inviteDays * 24 * 60 * 60;

/** Somebody waits for the answer, and what comes too late can be sent again. */
const timeoutMs = 5_000;

/** After the invites are safe: whatever becomes of a mail, its link is there to be handed over. */
export async function mailInvites(
  ctx: WorkspaceContext,
  invites: InviteWithSecret[],
  publicOrigin: string,
): Promise<MailedInvite[]> {
  const post = await openPost(ctx);
  return Promise.all(invites.map((invite) => mail(ctx, post, invite, publicOrigin)));
}

export async function mailInvite(
  ctx: WorkspaceContext,
  invite: InviteWithSecret,
  publicOrigin: string,
): Promise<MailedInvite> {
  return mail(ctx, await openPost(ctx), invite, publicOrigin);
}

type Voice = { language: InterfaceLocale; inviter: string; workspace: string };

type Post = { provider: ProviderRow | undefined; voice: Voice };

async function openPost(ctx: WorkspaceContext): Promise<Post> {
  return { provider: await findActiveProvider(ctx.scope, "email"), voice: await voiceOf(ctx) };
}

/** An inviter's own language and name; a key speaks for the workspace. */
async function voiceOf({ scope, actor }: WorkspaceContext): Promise<Voice> {
  const workspace = await findWorkspace(scope);
  const person = actor.kind === "user" ? await findAccount(scope, actor.id) : undefined;
  const name = workspace?.name ?? "";
  const language = toInterfaceLocale(person?.locale ?? workspace?.locale);
  return { language, inviter: person?.name ?? name, workspace: name };
}

async function mail(
  ctx: WorkspaceContext,
  post: Post,
  { secret, ...invite }: InviteWithSecret,
  publicOrigin: string,
): Promise<MailedInvite> {
  const shown = { ...invite, url: inviteLink(publicOrigin, secret) };
  try {
    // Never the host that the request named: mails are read by people who know nothing of the request.
    const mail = await send(ctx, post, { ...invite, url: inviteLink(publicUrl(), secret) });
    if (mail.status !== "sent") return { ...shown, mail };
    const mailedAt = ctx.now();
    await markInviteMailed(ctx.scope, invite.id, { tokenHash: hashBearerSecret(secret), mailedAt });
    return { ...shown, mailedAt, mail };
  } catch (error) {
    log.warn("invite.not_mailed", { error });
    return { ...shown, mail: { status: "failed", detail: isAppError(error) ? error.message : null } };
  }
}

type Addressed = Invite & { url: string };

/** Whoever reads the link can take the role, so it passes no server of people who could not give that role. */
async function send(
  ctx: WorkspaceContext,
  { provider, voice }: Post,
  invite: Addressed,
): Promise<InviteMail> {
  if (!everyHolderMayGrant("providers.write", invite.role)) {
    return maySendAccountMail() ? sendByInstallation(ctx, voice, invite) : unsent("hand_over");
  }
  return provider ? sendByProvider(ctx, { provider, voice }, invite) : unsent("no_provider");
}

const unsent = (status: "hand_over" | "no_provider" | "sandbox"): InviteMail => ({ status, detail: null });

const sent: InviteMail = { status: "sent", detail: null };

async function sendByInstallation(
  ctx: WorkspaceContext,
  voice: Voice,
  { id, email, role, url }: Addressed,
): Promise<InviteMail> {
  await ctx.transaction((tx) => limitMails(tx.scope.connection, email, ctx.origin?.ip ?? null));
  const { language, ...about } = { ...voice, role, url };
  await sendAccountMail({ to: email, ...inviteLetter(language, about) }, timeoutMs);
  const target = { kind: "invite", id, name: email };
  await ctx.transaction((tx) => tx.audit("invite.mailed", target, { after: { outcome: "accepted" } }));
  return sent;
}

async function sendByProvider(
  ctx: WorkspaceContext,
  { provider, voice }: { provider: ProviderRow; voice: Voice },
  { id, email, role, url }: Addressed,
): Promise<InviteMail> {
  const { language, ...about } = { ...voice, role, url };
  const key = newId();
  const answer = await sendOnce(ctx, provider, {
    message: {
      ...{ idempotencyKey: key, collapseKey: key, ttlSeconds, priority: "high" },
      channel: "email",
      to: { address: email },
      ...inviteLetter(language, about),
    },
    sentTo: email,
    audit: { action: "invite.mailed", target: { kind: "invite", id, name: email } },
    timeoutMs,
  });
  if (answer.outcome !== "accepted") return { status: "failed", detail: answerOf(answer) };
  return isSandboxKind(provider.kind) ? unsent("sandbox") : sent;
}
