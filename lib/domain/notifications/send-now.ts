import { findActiveProvider } from "@/db/queries/providers/find-provider";
import { type FoundRecipient, findRecipients, insertRecipients } from "@/db/queries/runs/recipients";
import { insertRun } from "@/db/queries/runs/runs";
import { transactionalChunkReady } from "@/inngest/events/runs";
import type { ContentInput } from "@/lib/domain/campaigns/campaign-input";
import type { Channel, MessageCategory } from "@/lib/domain/channels/channel";
import { checkContent } from "@/lib/domain/content/check/check-content";
import { type Content, emptyContent } from "@/lib/domain/content/content";
import { getTemplate } from "@/lib/domain/templates/get-template";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { invalidField, invalidRequest, unprocessable } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";

type Recipient = {
  contactId?: string | undefined;
  externalId?: string | undefined;
  variables?: Record<string, unknown> | undefined;
};

export type SendNow = {
  channelType: Channel;
  category?: MessageCategory | undefined;
  to: Recipient[];
  contents?: ContentInput[] | undefined;
  templateId?: string | undefined;
  ttlSeconds?: number | undefined;
};

const transactionalTtlSeconds = 24 * 60 * 60;

/** Sends to named people in a lane of its own. Unknown people are reported by index; the others are on their way. */
export async function sendNow(ctx: WorkspaceContext, input: SendNow) {
  ctx.require("notifications.send");
  const contents = await contentsOf(ctx, input);
  const provider = await findActiveProvider(ctx.scope, input.channelType);
  if (!provider) {
    throw unprocessable(`No active provider sends ${input.channelType}. Connect one under Providers.`, {
      reason: "no_provider",
    });
  }
  const { found, errors } = await resolveRecipients(ctx, input.to);
  if (found.length === 0)
    throw unprocessable("None of these people exists.", {
      reason: "no_recipient",
      errors: errors.map(toParam),
    });
  const runId = newId();
  const now = ctx.now();
  const ttlSeconds = input.ttlSeconds ?? transactionalTtlSeconds;
  await ctx.transaction(async (tx) => {
    await insertRun(tx.scope, {
      id: runId,
      campaignId: null,
      kind: "transactional",
      status: "sending",
      channel: input.channelType,
      category: input.category ?? "transactional",
      providerId: provider.id,
      contents,
      audience: null,
      ttlSeconds,
      priority: "high",
      sendAt: now,
      expiresAt: new Date(now.getTime() + ttlSeconds * 1_000),
      audienceCount: found.length,
    });
    await insertRecipients(
      tx.scope,
      runId,
      found.map(({ index, contactId }) => ({ contactId, variables: input.to[index]?.variables ?? null })),
    );
    const data = { workspaceId: ctx.workspaceId, runId, chunkNo: 1 };
    await tx.emit({ id: `run-${runId}-1-0`, name: transactionalChunkReady.name, data });
  });
  const notifications = found.map(({ contactId, externalId }) => ({
    id: { runId, contactId },
    contactId,
    externalId,
  }));
  return { runId, notifications, errors };
}

async function contentsOf(
  ctx: WorkspaceContext,
  { contents, templateId, channelType, category }: SendNow,
): Promise<Content[]> {
  if ((contents === undefined) === (templateId === undefined)) {
    throw invalidField("contents", "Give either contents or a template_id.", "required");
  }
  const template = templateId ? await getTemplate(ctx, { templateId }) : undefined;
  if (template && template.channel !== channelType) {
    throw invalidField("template_id", `This template is for ${template.channel}.`, "wrong_channel");
  }
  const result = template?.contents ?? (contents ?? []).map((content) => ({ ...emptyContent, ...content }));
  const problems = checkContent(result, channelType, { category: category ?? "transactional" }).filter(
    ({ severity }) => severity === "error",
  );
  if (problems.length === 0) return result;
  const errors = problems.map(({ language, field, code, detail }) => ({
    pointer: `contents.${result.findIndex((content) => content.language === language)}.${field}`,
    code,
    detail,
  }));
  throw invalidRequest(errors[0]?.detail ?? "The content cannot be sent.", errors);
}

type RecipientError = { index: number; code: string; detail: string };

async function resolveRecipients(ctx: WorkspaceContext, to: Recipient[]) {
  const clues = to.map(({ contactId, externalId }, index) => ({
    index,
    contactId: contactId ?? null,
    externalId: externalId ?? null,
  }));
  const rows = await findRecipients(ctx.scope, clues);
  const byIndex = new Map(rows.map((row) => [row.index, row]));
  const seen = new Set<string>();
  const found: FoundRecipient[] = [];
  const errors: RecipientError[] = [];
  to.forEach((_, index) => {
    const row = byIndex.get(index);
    if (!row)
      errors.push({
        index,
        code: "unknown_contact",
        detail: "No contact has this contact_id or external_id.",
      });
    else if (seen.has(row.contactId))
      errors.push({ index, code: "repeated", detail: "This person is named earlier in the list." });
    else found.push(row);
    if (row) seen.add(row.contactId);
  });
  return { found, errors };
}

const toParam = ({ index, code, detail }: RecipientError) => ({ pointer: `to.${index}`, code, detail });
