import { inngest } from "@/inngest/client";
import { automationSweepDue } from "@/inngest/events/automations";
import { asStep, contextOfJob } from "@/inngest/in-workspace";
import { sweepPlaces } from "@/inngest/places";
import { sweepAutomation as sweep } from "@/lib/domain/automations/journey/sweeps/sweep-automation";

/** Takes in who became due by the calendar. The next look comes soon and begins where the last one that ended did. */
export const sweepAutomation = inngest.createFunction(
  {
    id: "sweep-automation",
    triggers: [automationSweepDue],
    retries: 2,
    concurrency: [{ limit: sweepPlaces }, { key: "event.data.workspaceId", limit: 1 }],
    singleton: { mode: "skip", key: "event.data.automationId" },
  },
  async ({ event, step }) => {
    const { workspaceId, automationId } = event.data;
    const ctx = contextOfJob("sweep-automation", workspaceId);
    return step.run("sweep", () => asStep(() => sweep(ctx, { automationId })));
  },
);
