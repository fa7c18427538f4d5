import { inngest } from "@/inngest/client";
import { campaignScheduled, campaignUnscheduled } from "@/inngest/events/campaigns";
import { asStep, contextOfJob } from "@/inngest/in-workspace";
import { bulkPlaces } from "@/inngest/places";
import { startRun } from "@/lib/domain/campaigns/start-run";
import { freezeRun } from "@/lib/domain/runs/freeze-run";
import { openRun } from "@/lib/domain/runs/open-run";

const freezeStepsMax = 500;

/** From a due schedule to a frozen audience whose chunks are on their way. */
export const startCampaign = inngest.createFunction(
  {
    id: "start-campaign",
    triggers: [campaignScheduled],
    cancelOn: [
      {
        event: campaignUnscheduled.name,
        if: "event.data.campaignId == async.data.campaignId && event.data.version == async.data.version",
      },
    ],
    retries: 10,
    concurrency: { limit: bulkPlaces },
  },
  async ({ event, step }) => {
    const { workspaceId, campaignId, version } = event.data;
    const ctx = contextOfJob("start-campaign", workspaceId);
    const runId = await step.run("start-run", () =>
      asStep(async () => (await startRun(ctx, { campaignId, version })) ?? null),
    );
    if (runId === null) return { started: false };
    for (let part = 0; part < freezeStepsMax; part += 1) {
      const { isFrozen } = await step.run(`freeze-${part}`, () => asStep(() => freezeRun(ctx, { runId })));
      if (isFrozen) break;
    }
    const { chunks } = await step.run("open-run", () => asStep(() => openRun(ctx, { runId })));
    return { started: true, chunks };
  },
);
