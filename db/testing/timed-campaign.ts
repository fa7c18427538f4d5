import type { CampaignInput } from "@/lib/domain/campaigns/campaign-input";
import { createCampaign } from "@/lib/domain/campaigns/create-campaign";
import { scheduleCampaign } from "@/lib/domain/campaigns/schedule-campaign";
import { startRun } from "@/lib/domain/campaigns/start-run";
import { bulkUpsertContacts } from "@/lib/domain/contacts/bulk-upsert-contacts";
import { deliverChunk } from "@/lib/domain/runs/deliver-chunk";
import { freezeRun } from "@/lib/domain/runs/freeze-run";
import { openRun } from "@/lib/domain/runs/open-run";
import type { FrequencyCap } from "@/lib/domain/timing/frequency-cap";
import type { Scenario } from "./scenario";

/** One marketing message in a day, of whatever channel. */
export const dailyCap: FrequencyCap = {
  id: "daily",
  limit: 1,
  period: { kind: "rolling", hours: 24 },
  channels: null,
  categories: ["marketing"],
  whenFull: "skip",
};

export type Person = { name: string; timeZone?: string; country?: string; address?: string };

/** People of one cohort, each with one phone or device. */
export async function createPeople(
  { ctx }: Scenario,
  cohort: string,
  channel: "app_push" | "sms",
  people: Person[],
): Promise<void> {
  await bulkUpsertContacts(ctx, {
    contacts: people.map(({ name, timeZone, country, address }) => ({
      externalId: `${cohort}-${name}`,
      firstName: name,
      timeZone,
      country,
      tags: [cohort],
      subscriptions: [{ channel, address: address ?? `${cohort}-${name}` }],
    })),
  });
}

/** A marketing campaign to a cohort, scheduled for now unless it says otherwise. */
export async function scheduleTo(
  { ctx }: Scenario,
  cohort: string,
  input: Partial<CampaignInput> = {},
): Promise<{ campaignId: string; version: number }> {
  const campaign = await createCampaign(ctx, {
    name: cohort,
    channelType: "app_push",
    contents: [{ language: "en", title: "Hello", body: "Once" }],
    audience: { filter: { field: "tags", operator: "contains", value: cohort } },
    ...input,
  });
  const { version } = await scheduleCampaign(ctx, { campaignId: campaign.id, undoSeconds: 0 });
  return { campaignId: campaign.id, version };
}

/** What the workflows do, one step after the other: opens the run and gives it to no sender yet. */
export async function openCampaign(
  { ctx }: Scenario,
  campaign: { campaignId: string; version: number },
): Promise<string> {
  const runId = await startRun(ctx, campaign);
  if (!runId) throw new Error("The campaign opened no run.");
  while (!(await freezeRun(ctx, { runId })).isFrozen);
  await openRun(ctx, { runId });
  return runId;
}

/** Sends every chunk that is due. */
export async function deliverDue({ ctx, scope }: Scenario, runId: string): Promise<void> {
  const due = await scope.sql<{ chunkNo: number }>`
    select chunk_no from run_chunks where workspace_id = ${scope.id} and run_id = ${runId}
      and status in ('pending', 'sending') and (due_at is null or due_at <= now()) order by chunk_no`;
  for (const { chunkNo } of due) await deliverChunk(ctx, { runId, chunkNo });
}
