import { z } from "zod";
import { type Channel, channels } from "@/lib/domain/channels/channel";
import { rankOfActor } from "@/lib/domain/members/rank-of-actor";
import { maskBearerSecrets } from "@/lib/platform/auth/bearer-secret";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { transportOptions } from "../open-transport";
import { callSandbox } from "./call-sandbox";
import { type MessagePreview, previewOf } from "./message-preview";
import { type NamedContact, nameRecipients } from "./name-recipients";

const found = z.object({
  sequence: z.number(),
  channel: z.enum(channels),
  to: z.string(),
  result: z.string(),
  providerMessageId: z.string().optional(),
  receivedAt: z.coerce.date(),
  content: z.unknown(),
});

const answer = z.object({
  refused: z.array(found),
  shown: z.array(found.extend({ replaced: z.number() })),
  totals: z.object({ refused: z.number(), shown: z.number() }),
});

export type SandboxMessage = {
  sequence: number;
  channel: Channel;
  to: string;
  result: string;
  providerMessageId: string | null;
  receivedAt: Date;
  /** Whose address it is, when it is anybody's. */
  contact: NamedContact | null;
  preview: MessagePreview;
};

export type SandboxMessageFilter = {
  to?: string | undefined;
  channel?: Channel | undefined;
  limit?: number | undefined;
};

export type SandboxMessages = {
  shown: (SandboxMessage & { replaced: number })[];
  shownTotal: number;
  refused: SandboxMessage[];
  refusedTotal: number;
};

const limitDefault = 50;

/** What the sandbox's devices of this workspace show, and what it refused. */
export async function listSandboxMessages(
  ctx: WorkspaceContext,
  { to, channel, limit = limitDefault }: SandboxMessageFilter,
): Promise<SandboxMessages> {
  ctx.require("notifications.read");
  const query = { workspace: ctx.workspaceId, to: to || undefined, channel, limit: String(limit) };
  const { refused, shown, totals } = answer.parse(await callSandbox("/_/messages", { query }));
  const contactOf = await nameRecipients(ctx.scope, [...shown, ...refused], pushOrigins());
  const complete = async (one: z.infer<typeof found>) => ({
    ...withoutSecrets(ctx, await toMessage(one)),
    contact: contactOf(one),
  });
  return {
    shown: await Promise.all(
      shown.map(async (one) => ({ ...(await complete(one)), replaced: one.replaced })),
    ),
    shownTotal: totals.shown,
    refused: await Promise.all(refused.map(complete)),
    refusedTotal: totals.refused,
  };
}

/** An invite's link makes whoever opens it what it offers: only owners, who may offer everything, see it whole. */
function withoutSecrets<M extends { preview: MessagePreview }>({ actor }: WorkspaceContext, message: M): M {
  if (rankOfActor(actor) === "owner") return message;
  const { preview } = message;
  const html = preview.html && maskBearerSecrets(preview.html);
  return { ...message, preview: { ...preview, body: maskBearerSecrets(preview.body), html } };
}

/** Where the subscriptions that the sandbox can decrypt say they are. */
const pushOrigins = (): string[] => {
  const { sandboxUrl } = transportOptions();
  return ["https://updates.push.services.mozilla.com", ...(sandboxUrl ? [sandboxUrl] : [])];
};

async function toMessage({ content, providerMessageId, ...rest }: z.infer<typeof found>) {
  return {
    ...rest,
    providerMessageId: providerMessageId ?? null,
    preview: await previewOf(rest.channel, content),
  };
}
