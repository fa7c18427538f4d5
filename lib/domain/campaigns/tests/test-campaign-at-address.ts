import type { CampaignRow } from "@/db/queries/campaigns/campaign-row";
import { findCampaign } from "@/db/queries/campaigns/campaigns";
import { findSuppression } from "@/db/queries/contacts/suppressions";
import { takeRateLimit } from "@/db/queries/rate-limits";
import { findSendingWorkspace } from "@/db/queries/runs/sending-context";
import { checkContent } from "@/lib/domain/content/check/check-content";
import { toContentError } from "@/lib/domain/content/check/content-errors";
import { isBlocking } from "@/lib/domain/content/check/content-problem";
import { compileContent, type RenderedContent } from "@/lib/domain/content/compile-content";
import { markAsTest } from "@/lib/domain/content/mark-as-test";
import { contentFor, findPreviewPerson, variablesFor } from "@/lib/domain/content/preview-person";
import { requireActiveProvider } from "@/lib/domain/providers/require-active-provider";
import { sendOnce, type Trial } from "@/lib/domain/providers/trial/send-once";
import { trialMessageFor } from "@/lib/domain/providers/trial/trial-message";
import { parseTarget } from "@/lib/domain/providers/trial/trial-target";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { invalidField, notFound, rateLimited, unprocessable } from "@/lib/platform/errors";

const testsPerMinute = 10;

type Input = {
  campaignId: string;
  to: string;
  contactId?: string | undefined;
  language?: string | undefined;
};

/** Sends the draft as it stands to somebody who is no contact, marked as a test; answers what the provider said. */
export async function testCampaignAtAddress(ctx: WorkspaceContext, input: Input): Promise<Trial> {
  ctx.require("campaigns.send");
  const [campaign, workspace] = await Promise.all([
    findCampaign(ctx.scope, input.campaignId),
    findSendingWorkspace(ctx.scope),
  ]);
  if (!campaign || !workspace) throw notFound();
  const { channel, name } = campaign;
  if (workspace.isStopped)
    throw unprocessable("Sending is stopped in this workspace.", { reason: "sending_stopped" });
  const provider = await requireActiveProvider(ctx.scope, channel);
  if (channel === "in_app")
    throw invalidField("to", "Only contacts have an inbox: send the test to one.", "needs_contact");
  const target = parseTarget(channel, input.to);
  if (await findSuppression(ctx.scope, channel, target.addressKey))
    throw unprocessable("This address is on the suppression list: it is never written to.", {
      reason: "suppressed",
    });
  const rendered = await renderFor(ctx, campaign, input);
  await limitTests(ctx);
  return sendOnce(ctx, provider, {
    message: trialMessageFor(channel, target, rendered),
    sentTo: target.address,
    audit: {
      action: "campaign.address_tested",
      target: { kind: "campaign", id: campaign.id, name },
      after: { to: target.address },
    },
  });
}

/** Strangers' addresses are no toy: what a person or a key sends to them is counted, over all campaigns. */
async function limitTests(ctx: WorkspaceContext): Promise<void> {
  const key = `test-address:${ctx.workspaceId}:${ctx.actor.id}`;
  const verdict = await ctx.transaction((tx) =>
    takeRateLimit(tx.scope.connection, { key, count: 1, quota: testsPerMinute, windowSeconds: 60 }),
  );
  if (!verdict.isAllowed) throw rateLimited(verdict.retryAfterSeconds);
}

/** As the chosen person would get it, but for the mark. */
async function renderFor(
  ctx: WorkspaceContext,
  { contents, channel, category }: CampaignRow,
  { contactId, language }: Input,
): Promise<RenderedContent> {
  if (contents.length === 0) throw unprocessable("Write the message first.", { reason: "no_content" });
  const person = await findPreviewPerson(ctx, { contactId });
  const content = contentFor(person, contents, language);
  const variables = variablesFor(person, content.language);
  const errors = checkContent([content], channel, { category, variables })
    .filter(isBlocking)
    .map((problem) => toContentError(problem, contents));
  if (errors.length > 0)
    throw unprocessable(errors.map(({ detail }) => detail).join(" "), { reason: "content_invalid", errors });
  return compileContent(markAsTest(content, channel), channel, { category }).render(variables);
}
