import { type FoundRecipient, findRecipients } from "@/db/queries/runs/recipients";
import type { ContentInput } from "@/lib/domain/campaigns/campaign-input";
import type { Channel, MessageCategory } from "@/lib/domain/channels/channel";
import { checkContent } from "@/lib/domain/content/check/check-content";
import { toContentError } from "@/lib/domain/content/check/content-errors";
import { isBlocking } from "@/lib/domain/content/check/content-problem";
import { type Content, emptyContent } from "@/lib/domain/content/content";
import { requireActiveProvider } from "@/lib/domain/providers/require-active-provider";
import { openNamedRun } from "@/lib/domain/runs/open-named-run";
import { getTemplate } from "@/lib/domain/templates/get-template";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { invalidField, invalidRequest, unprocessable } from "@/lib/platform/errors";
import { findMissingVariables } from "./find-missing-variables";

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
  strict?: boolean | undefined;
};

const transactionalTtlSeconds = 24 * 60 * 60;

/** Sends to named people in a lane of its own. Unknown people are reported by index; the others are on their way. */
export async function sendNow(ctx: WorkspaceContext, input: SendNow) {
  ctx.require("notifications.send");
  const contents = await contentsOf(ctx, input);
  const warnings = await findMissingVariables(ctx, contents, input);
  if (input.strict && warnings.length > 0) {
    throw unprocessable(warnings[0]?.detail ?? "", { reason: "missing_variables", errors: warnings });
  }
  const provider = await requireActiveProvider(ctx.scope, input.channelType);
  const { found, errors } = await resolveRecipients(ctx, input.to);
  if (found.length === 0)
    throw unprocessable("None of these people exists.", {
      reason: "no_recipient",
      errors: errors.map(toParam),
    });
  const ttlSeconds = input.ttlSeconds ?? transactionalTtlSeconds;
  const runId = await ctx.transaction(async (tx) => {
    const opened = await openNamedRun(tx, {
      kind: "transactional",
      campaignId: null,
      provider,
      category: input.category ?? "transactional",
      contents,
      ttlSeconds,
      expiresInMillis: ttlSeconds * 1_000,
      recipients: found.map(({ index, contactId }) => ({
        contactId,
        variables: input.to[index]?.variables ?? null,
      })),
    });
    const after = { channel: input.channelType, recipients: found.length };
    // What a key sends, thousands a minute, its notifications record; a person's act belongs to the log of acts.
    if (ctx.actor.kind === "user") {
      const target = { kind: "run", id: opened, name: contents[0]?.title ?? "" } as const;
      await tx.audit("notification.sent", target, { after });
    }
    return opened;
  });
  const notifications = found.map(({ contactId, externalId }) => ({
    id: { runId, contactId },
    contactId,
    externalId,
  }));
  return { runId, notifications, errors, warnings: warnings.map(({ values: _, ...warning }) => warning) };
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
  const errors = checkContent(result, channelType, { category: category ?? "transactional" })
    .filter(isBlocking)
    .map((problem) => toContentError(problem, result));
  if (errors.length === 0) return result;
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
