import { inngest } from "@/inngest/client";
import { automationArchived } from "@/inngest/events/automations";
import { asStep, contextOfJob } from "@/inngest/in-workspace";
import { emptyingPlaces } from "@/inngest/places";
import { emptyArchived } from "@/lib/domain/automations/journey/empty-archived";

/** Nine hundred thousand people; the sweep takes up an automation with more. */
const batchesMax = 900;

/** Takes everybody out, a batch a step; a crash costs the batch at work. */
export const emptyArchivedAutomation = inngest.createFunction(
  {
    id: "empty-archived-automation",
    triggers: [automationArchived],
    retries: 20,
    concurrency: [{ limit: emptyingPlaces }, { key: "event.data.workspaceId", limit: 1 }],
    singleton: { mode: "skip", key: "event.data.automationId" },
  },
  async ({ event, step }) => {
    const { workspaceId, automationId } = event.data;
    const ctx = contextOfJob("empty-archived-automation", workspaceId);
    let people = 0;
    for (let batch = 0; batch < batchesMax; batch += 1) {
      const { left, more } = await step.run(`empty-${batch}`, () =>
        asStep(() => emptyArchived(ctx, { automationId })),
      );
      people += left;
      if (!more) break;
    }
    return { people };
  },
);
