import { findActiveProvider } from "@/db/queries/providers/find-provider";
import { insertRecipients } from "@/db/queries/runs/recipients";
import { insertRun } from "@/db/queries/runs/runs";
import type { Channel } from "@/lib/domain/channels/channel";
import { bulkUpsertContacts } from "@/lib/domain/contacts/bulk-upsert-contacts";
import { listContacts } from "@/lib/domain/contacts/list-contacts";
import { emptyContent } from "@/lib/domain/content/content";
import type { Tracking } from "@/lib/domain/events/tracking/tracking";
import { newId } from "@/lib/platform/ids";
import type { Scenario } from "./scenario";

type Overrides = {
  body?: string;
  variables?: Record<string, string>[];
  tracking?: Tracking | null;
  kind?: "transactional" | "test" | "automation";
  couponBatchId?: string;
  couponHoldoutPercent?: number;
};

/** A run whose one chunk waits to be delivered to these addresses; nothing wakes it by itself. */
export async function openTestRun(
  scenario: Scenario,
  channel: Channel,
  addresses: string[],
  { body = "Once", variables = [], tracking = null, kind = "transactional", ...coupon }: Overrides = {},
): Promise<string> {
  const { ctx } = scenario;
  const tag = newId();
  await bulkUpsertContacts(ctx, {
    contacts: addresses.map((address, n) => ({
      externalId: `${tag}-${n}`,
      tags: [tag],
      subscriptions: [{ channel, address }],
    })),
  });
  const people: string[] = [];
  for (let page = 1; people.length < addresses.length; page += 1) {
    const { data } = await listContacts(ctx, { tag: [tag], page, pageSize: 100 });
    people.push(...data.map(({ id }) => id));
  }
  const provider = await findActiveProvider(ctx.scope, channel);
  if (!provider) throw new Error("The scenario has no provider for this channel.");
  const runId = newId();
  await ctx.transaction(async (tx) => {
    await insertRun(tx.scope, {
      id: runId,
      campaignId: null,
      kind,
      status: "sending",
      channel,
      category: "transactional",
      providerId: provider.id,
      contents: [{ ...emptyContent, language: "en", title: "Hello", body }],
      audience: null,
      ttlSeconds: 3_600,
      priority: "normal",
      tracking,
      sendAt: new Date(),
      expiresAt: null,
      audienceCount: people.length,
      ...coupon,
    });
    await insertRecipients(
      tx.scope,
      runId,
      people.map((contactId, n) => ({ contactId, variables: variables[n] ?? null })),
    );
  });
  return runId;
}
