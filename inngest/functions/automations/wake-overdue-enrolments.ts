import { cron } from "inngest";
import { database } from "@/db/client";
import { unsafeAcrossWorkspacesListOverdueEnrolments } from "@/db/queries/system/due-automations";
import { SystemScope } from "@/db/scope";
import { inngest } from "@/inngest/client";
import { enrolmentsDue } from "@/inngest/events/automations";
import { timerPlaces } from "@/inngest/places";

const idleSeconds = 20;

/** Rows are the truth: who is due is moved on, whatever became of the event that should have woken a worker. */
export const wakeOverdueEnrolments = inngest.createFunction(
  {
    id: "wake-overdue-enrolments",
    triggers: [cron("* * * * *")],
    retries: 2,
    concurrency: [{ limit: timerPlaces }],
  },
  async ({ step }) => {
    const overdue = await step.run("list", () =>
      unsafeAcrossWorkspacesListOverdueEnrolments(SystemScope.mint(database()), idleSeconds),
    );
    if (overdue.length > 0)
      await step.sendEvent(
        "wake",
        overdue.map(({ workspaceId }) => enrolmentsDue.create({ workspaceId })),
      );
    return { workspaces: overdue.length };
  },
);
