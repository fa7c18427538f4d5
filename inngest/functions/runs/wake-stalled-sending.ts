import { cron } from "inngest";
import { database } from "@/db/client";
import {
  unsafeAcrossWorkspacesListStalledCampaigns,
  unsafeAcrossWorkspacesTouchStalledChunks,
} from "@/db/queries/system/stalled-sending";
import { insertOutboxEvents } from "@/db/queries/workflow/outbox";
import { SystemScope } from "@/db/scope";
import { inngest } from "@/inngest/client";
import { campaignScheduled } from "@/inngest/events/campaigns";
import { chunkReadyOf } from "@/inngest/events/runs";
import { timerPlaces } from "@/inngest/places";

const vanishedSeconds = 90;
const waitingSeconds = 15 * 60;

/**
 * Rows are the truth, events only wake workers: whatever is due and untouched is woken again. A chunk that somebody
 * holds after all refuses the second worker by its lease.
 */
export const wakeStalledSending = inngest.createFunction(
  {
    id: "wake-stalled-sending",
    triggers: [cron("* * * * *")],
    retries: 0,
    concurrency: { limit: timerPlaces },
  },
  ({ step }) => step.run("wake", wakeStalled),
);

async function wakeStalled(): Promise<{ chunks: number; campaigns: number }> {
  const system = SystemScope.mint(database());
  const minute = Math.floor(Date.now() / 60_000);
  return system.transaction(async (tx) => {
    const chunks = await unsafeAcrossWorkspacesTouchStalledChunks(tx, { vanishedSeconds, waitingSeconds });
    const campaigns = await unsafeAcrossWorkspacesListStalledCampaigns(tx, vanishedSeconds);
    await insertOutboxEvents(tx.connection, [
      ...chunks.map(({ kind, ...data }) => ({
        id: `run-${data.runId}-${data.chunkNo}-stalled-${minute}`,
        ...chunkReadyOf(kind),
        data,
      })),
      ...campaigns.map((data) => ({
        id: `campaign-${data.campaignId}-${data.version}-stalled-${minute}`,
        name: campaignScheduled.name,
        data,
      })),
    ]);
    return { chunks: chunks.length, campaigns: campaigns.length };
  });
}
