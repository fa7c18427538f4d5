import { findActiveProvider } from "@/db/queries/providers/find-provider";
import type { ProviderRow } from "@/db/queries/providers/provider-row";
import { findAccount } from "@/db/queries/system/accounts";
import { findWorkspace } from "@/db/queries/workspaces";
import { answerOf } from "@/lib/domain/providers/outcome";
import { isSandboxKind } from "@/lib/domain/providers/provider";
import {
  type AccountPost,
  maySendAccountMail,
  openAccountPost,
} from "@/lib/domain/providers/transport/account-mail";
import { sendOnce } from "@/lib/domain/providers/trial/send-once";
import { type InterfaceLocale, toInterfaceLocale } from "@/lib/domain/users/interface-locale";
import { limitInviteMails } from "@/lib/platform/auth/limit-guesses";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { newId } from "@/lib/platform/ids";
import type { Invite } from "./create-invites";
import { type InviteMail, inviteDays } from "./invite";
import { inviteLetter } from "./invite-letter";

const ttlSeconds = inviteDays * 24 * 60 * 60;

/** Somebody waits for the answer, and what comes too late can be sent again. */
const timeoutMillis = 5_000;

/** As many as mail servers are used to from one sender. */
const connectionsMax = 5;

type Voice = { language: InterfaceLocale; inviter: string; workspace: string };

/**
 * Whoever reads the link can take the role, so it never passes a server that users chose, not even the workspace's own
 * provider: only the installation's, or the sandbox inbox, which shows links to owners alone.
 */
export type InvitePost = { voice: Voice } & (
  | { by: "installation"; server: AccountPost }
  | { by: "sandbox"; provider: ProviderRow }
  | { by: "hand" }
);

export async function openInvitePost(ctx: WorkspaceContext): Promise<InvitePost> {
  const voice = await voiceOf(ctx);
  if (maySendAccountMail()) return { voice, by: "installation", server: openAccountPost(connectionsMax) };
  const provider = await findActiveProvider(ctx.scope, "email");
  return provider && isSandboxKind(provider.kind)
    ? { voice, by: "sandbox", provider }
    : { voice, by: "hand" };
}

/** An inviter's own language and name; a key speaks for the workspace. */
async function voiceOf({ scope, actor }: WorkspaceContext): Promise<Voice> {
  const workspace = await findWorkspace(scope);
  const person = actor.kind === "user" ? await findAccount(scope, actor.id) : undefined;
  const name = workspace?.name ?? "";
  const language = toInterfaceLocale(person?.locale ?? workspace?.locale);
  return { language, inviter: person?.name ?? name, workspace: name };
}

type Addressed = Invite & { url: string };

export async function sendInvite(
  ctx: WorkspaceContext,
  post: InvitePost,
  { id, email, role, url }: Addressed,
): Promise<InviteMail> {
  const { language, ...names } = post.voice;
  const letter = inviteLetter(language, { ...names, role, url });
  const target = { kind: "invite", id, name: email };
  switch (post.by) {
    case "hand":
      return { status: "hand_over", detail: null };
    case "installation":
      await ctx.transaction((tx) => limitInviteMails(tx.scope.connection, email, ctx.origin?.ip ?? null));
      await post.server.send({ to: email, ...letter }, timeoutMillis);
      await ctx.transaction((tx) => tx.audit("invite.mailed", target, { after: { outcome: "accepted" } }));
      return { status: "sent", detail: null };
    case "sandbox": {
      const key = newId();
      const envelope = { idempotencyKey: key, collapseKey: key, ttlSeconds, priority: "high" } as const;
      const answer = await sendOnce(ctx, post.provider, {
        message: { ...envelope, channel: "email", to: { address: email }, ...letter },
        sentTo: email,
        audit: { action: "invite.mailed", target },
        timeoutMillis,
      });
      if (answer.outcome !== "accepted") return { status: "failed", detail: answerOf(answer) };
      return { status: "sandbox", detail: null };
    }
  }
}
