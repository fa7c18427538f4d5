import { cron } from "inngest";
import { database } from "@/db/client";
import { unsafeAcrossWorkspacesListSwept } from "@/db/queries/system/due-automations";
import { SystemScope } from "@/db/scope";
import { inngest } from "@/inngest/client";
import { asStep, contextOfJob } from "@/inngest/in-workspace";
import { timerPlaces } from "@/inngest/places";
import { sweepAutomation } from "@/lib/domain/automations/journey/sweep-automation";

/** Every five minutes: who became due by the calendar, in each automation that goes by it. */
export const sweepAutomations = inngest.createFunction(
  {
    id: "sweep-automations",
    triggers: [cron("*/5 * * * *")],
    retries: 2,
    concurrency: [{ limit: timerPlaces }],
  },
  async ({ step }) => {
    const due = await step.run("list", () => unsafeAcrossWorkspacesListSwept(SystemScope.mint(database())));
    let entered = 0;
    for (const { workspaceId, automationId } of due) {
      const ctx = contextOfJob("sweep-automations", workspaceId);
      const swept = await step.run(`sweep-${automationId}`, () =>
        asStep(() => sweepAutomation(ctx, { automationId })),
      );
      entered += swept.entered;
    }
    return { automations: due.length, entered };
  },
);
