import { markInviteMailed } from "@/db/queries/invites";
import { findActiveProvider } from "@/db/queries/providers/find-provider";
import type { ProviderRow } from "@/db/queries/providers/provider-row";
import { findAccount } from "@/db/queries/system/accounts";
import { findWorkspace } from "@/db/queries/workspaces";
import { isSandboxKind } from "@/lib/domain/providers/provider";
import { sendOnce } from "@/lib/domain/providers/trial/send-once";
import { type InterfaceLocale, toInterfaceLocale } from "@/lib/domain/users/user";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { isAppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { log } from "@/lib/platform/log";
import type { InviteWithLink } from "./create-invites";
import { type InviteMail, inviteDays } from "./invite";
import { inviteLetter } from "./invite-letter";

export type MailedInvite = InviteWithLink & { mail: InviteMail };

const ttlSeconds = inviteDays * 24 * 60 * 60;

/** After the invites are safe: whatever becomes of a mail, its link is there to be handed over. */
export async function mailInvites(ctx: WorkspaceContext, invites: InviteWithLink[]): Promise<MailedInvite[]> {
  const mail = await openMail(ctx);
  return Promise.all(invites.map(mail));
}

export async function mailInvite(ctx: WorkspaceContext, invite: InviteWithLink): Promise<MailedInvite> {
  return (await openMail(ctx))(invite);
}

async function openMail(ctx: WorkspaceContext): Promise<(invite: InviteWithLink) => Promise<MailedInvite>> {
  const provider = await findActiveProvider(ctx.scope, "email");
  if (!provider) return async (invite) => ({ ...invite, mail: { status: "no_provider", detail: null } });
  const voice = await voiceOf(ctx);
  return (invite) => sendInvite(ctx, provider, invite, voice);
}

type Voice = { language: InterfaceLocale; inviter: string; workspace: string };

/** An inviter's own language and name; a key speaks for the workspace. */
async function voiceOf({ scope, actor }: WorkspaceContext): Promise<Voice> {
  const workspace = await findWorkspace(scope);
  const person = actor.kind === "user" ? await findAccount(scope, actor.id) : undefined;
  const name = workspace?.name ?? "";
  const language = toInterfaceLocale(person?.locale ?? workspace?.locale);
  return { language, inviter: person?.name ?? name, workspace: name };
}

async function sendInvite(
  ctx: WorkspaceContext,
  provider: ProviderRow,
  invite: InviteWithLink,
  { language, inviter, workspace }: Voice,
): Promise<MailedInvite> {
  const { id, email, role, url } = invite;
  const key = newId();
  try {
    const { outcome, code, detail } = await sendOnce(ctx, provider, {
      message: {
        ...{ idempotencyKey: key, collapseKey: key, ttlSeconds, priority: "high" },
        channel: "email",
        to: { address: email },
        ...inviteLetter(language, { workspace, inviter, role, url }),
      },
      sentTo: email,
      audit: { action: "invite.mailed", target: { kind: "invite", id, name: email } },
    });
    if (outcome !== "accepted") return { ...invite, mail: { status: "failed", detail: `${code} ${detail}` } };
    if (isSandboxKind(provider.kind)) return { ...invite, mail: { status: "sandbox", detail: null } };
    const mailedAt = ctx.now();
    await markInviteMailed(ctx.scope, id, mailedAt);
    return { ...invite, mailedAt, mail: { status: "sent", detail: null } };
  } catch (error) {
    log.warn("invite.not_mailed", { error });
    return { ...invite, mail: { status: "failed", detail: isAppError(error) ? error.message : null } };
  }
}
