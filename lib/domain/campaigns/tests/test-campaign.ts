import { findCampaign } from "@/db/queries/campaigns/campaigns";
import { findRecipients } from "@/db/queries/runs/recipients";
import { trackingDefaults } from "@/lib/domain/events/tracking/tracking";
import { requireActiveProvider } from "@/lib/domain/providers/require-active-provider";
import { openNamedRun } from "@/lib/domain/runs/open-named-run";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { invalidField, notFound, unprocessable } from "@/lib/platform/errors";

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
  const provider = await requireActiveProvider(ctx.scope, campaign.channel);
  const unique = [...new Set(contactIds)];
  const people = await findRecipients(
    ctx.scope,
    unique.map((contactId, index) => ({ index, contactId, externalId: null })),
  );
  if (people.length < unique.length)
    throw invalidField("contact_ids", "One of these contacts does not exist.", "unknown_contact");
  return ctx.transaction(async (tx) => {
    const runId = await openNamedRun(tx, {
      kind: "test",
      campaignId,
      provider,
      category: "transactional",
      tracking: campaign.tracking ?? trackingDefaults(campaign.channel),
      contents: campaign.contents,
      ttlSeconds: campaign.ttlSeconds,
      expiresInMillis: testExpiryMillis,
      couponBatchId: campaign.couponBatchId,
      recipients: people.map(({ contactId }) => ({ contactId, variables: null })),
    });
    await tx.audit(
      "campaign.tested",
      { kind: "campaign", id: campaignId, name: campaign.name },
      { after: { recipients: people.length } },
    );
    return { runId };
  });
}
