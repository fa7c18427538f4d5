import { inngest } from "@/inngest/client";
import { enrolmentsDue } from "@/inngest/events/automations";
import { asStep, contextOfJob } from "@/inngest/in-workspace";
import { bulkPlaces } from "@/inngest/places";
import { advanceDue } from "@/lib/domain/automations/journey/advance-due";

/** Half a million people; the cron takes up whoever is due after them. */
const batchesMax = 900;

/** Moves on everybody in a workspace who is due, a batch a step. */
export const advanceEnrolments = inngest.createFunction(
  {
    id: "advance-enrolments",
    triggers: [enrolmentsDue],
    retries: 20,
    concurrency: [{ limit: bulkPlaces }, { key: "event.data.workspaceId", limit: 1 }],
  },
  async ({ event, step }) => {
    const ctx = contextOfJob("advance-enrolments", event.data.workspaceId);
    let people = 0;
    for (let batch = 0; batch < batchesMax; batch += 1) {
      const { advanced, more } = await step.run(`advance-${batch}`, () => asStep(() => advanceDue(ctx)));
      people += advanced;
      if (!more) break;
    }
    return { people };
  },
);
