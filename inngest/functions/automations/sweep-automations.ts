import { cron } from "inngest";
import { database } from "@/db/client";
import {
  unsafeAcrossWorkspacesListArchivedInside,
  unsafeAcrossWorkspacesListSwept,
} from "@/db/queries/system/due-automations";
import { SystemScope } from "@/db/scope";
import { inngest } from "@/inngest/client";
import { automationArchived, automationSweepDue } from "@/inngest/events/automations";
import { timerPlaces } from "@/inngest/places";

/** Of a request to the engine. */
const eventsMax = 500;

/**
 * Every five minutes: has each automation that goes by the calendar looked at, each in a run of its own, and takes up
 * the emptying of archived ones where it was left.
 */
export const sweepAutomations = inngest.createFunction(
  {
    id: "sweep-automations",
    triggers: [cron("*/5 * * * *")],
    retries: 2,
    concurrency: [{ limit: timerPlaces }],
  },
  async ({ step }) => {
    const system = () => SystemScope.mint(database());
    const swept = await step.run("list", () => unsafeAcrossWorkspacesListSwept(system()));
    const left = await step.run("list-archived", () => unsafeAcrossWorkspacesListArchivedInside(system()));
    const events = [
      ...swept.map((one) => automationSweepDue.create(one)),
      ...left.map((one) => automationArchived.create(one)),
    ];
    for (let from = 0; from < events.length; from += eventsMax)
      await step.sendEvent(`wake-${from}`, events.slice(from, from + eventsMax));
    return { automations: swept.length, archived: left.length };
  },
);
