import { findCampaign } from "@/db/queries/campaigns/campaigns";
import { findActiveProvider } from "@/db/queries/providers/find-provider";
import { findRecipients, insertRecipients } from "@/db/queries/runs/recipients";
import { insertRun } from "@/db/queries/runs/runs";
import { transactionalChunkReady } from "@/inngest/events/runs";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { invalidField, notFound, unprocessable } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";

/** A test that the provider refuses is not worth waiting for. */
const testExpiryMillis = 10 * 60 * 1_000;

/** Sends the draft as it stands to some contacts. Reports never count it, and consent is not asked. */
export async function testCampaign(
  ctx: WorkspaceContext,
  { campaignId, contactIds }: { campaignId: string; contactIds: string[] },
): Promise<{ runId: string }> {
  ctx.require("campaigns.send");
  const campaign = await findCampaign(ctx.scope, campaignId);
  if (!campaign) throw notFound();
  if (campaign.contents.length === 0)
    throw unprocessable("Write the message first.", { reason: "no_content" });
  const provider = await findActiveProvider(ctx.scope, campaign.channel);
  if (!provider)
    throw unprocessable(`No active provider sends ${campaign.channel}.`, { reason: "no_provider" });
  const unique = [...new Set(contactIds)];
  const people = await findRecipients(
    ctx.scope,
    unique.map((contactId, index) => ({ index, contactId, externalId: null })),
  );
  if (people.length < unique.length)
    throw invalidField("contact_ids", "One of these contacts does not exist.", "unknown_contact");
  const runId = newId();
  const now = ctx.now();
  await ctx.transaction(async (tx) => {
    const { channel, contents, ttlSeconds } = campaign;
    await insertRun(tx.scope, {
      id: runId,
      campaignId,
      kind: "test",
      status: "sending",
      category: "transactional",
      providerId: provider.id,
      audience: null,
      priority: "high",
      sendAt: now,
      expiresAt: new Date(now.getTime() + testExpiryMillis),
      audienceCount: people.length,
      channel,
      contents,
      ttlSeconds,
    });
    await insertRecipients(
      tx.scope,
      runId,
      people.map(({ contactId }) => ({ contactId, variables: null })),
    );
    const data = { workspaceId: ctx.workspaceId, runId, chunkNo: 1 };
    await tx.emit({ id: `run-${runId}-1-0`, name: transactionalChunkReady.name, data });
    await tx.audit(
      "campaign.tested",
      { kind: "campaign", id: campaignId, name: campaign.name },
      { after: { recipients: people.length } },
    );
  });
  return { runId };
}
