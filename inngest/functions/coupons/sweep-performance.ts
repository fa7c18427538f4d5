import { cron } from "inngest";
import { database } from "@/db/client";
import { unsafeAcrossWorkspacesListPerformanceDue } from "@/db/queries/system/due-performance";
import { SystemScope } from "@/db/scope";
import { inngest } from "@/inngest/client";
import { performanceDue } from "@/inngest/events/coupon-performance";
import { timerPlaces } from "@/inngest/places";

/** Of a request to the engine. */
const eventsMax = 500;

/** Once a minute: has the figures of workspaces computed whose ledger or orders moved. */
export const sweepPerformance = inngest.createFunction(
  {
    id: "sweep-performance",
    triggers: [cron("* * * * *")],
    retries: 1,
    concurrency: [{ limit: timerPlaces }],
  },
  async ({ step }) => {
    const due = await step.run("list", () =>
      unsafeAcrossWorkspacesListPerformanceDue(SystemScope.mint(database())),
    );
    const events = due.map((one) => performanceDue.create(one));
    for (let from = 0; from < events.length; from += eventsMax)
      await step.sendEvent(`wake-${from}`, events.slice(from, from + eventsMax));
    return { workspaces: due.length };
  },
);
