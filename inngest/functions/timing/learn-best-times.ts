import { cron } from "inngest";
import { database } from "@/db/client";
import {
  unsafeAcrossWorkspacesLearnContactHours,
  unsafeAcrossWorkspacesLearnWorkspaceHours,
} from "@/db/queries/system/learn-hours";
import { SystemScope } from "@/db/scope";
import { inngest } from "@/inngest/client";
import { timerPlaces } from "@/inngest/places";

const hourMillis = 3_600_000;
/** More than the hour between two rounds: what one round misses the next one sees. */
const lookBackMillis = 3 * hourMillis;
const workspaceAgeMillis = 20 * hourMillis;

/** Once an hour: when the people we lately heard of open and click. */
export const learnBestTimes = inngest.createFunction(
  {
    id: "learn-best-times",
    triggers: [cron("37 * * * *")],
    retries: 2,
    concurrency: [{ limit: timerPlaces }],
  },
  async ({ step }) => {
    const system = SystemScope.mint(database());
    const people = await step.run("learn-people", () =>
      unsafeAcrossWorkspacesLearnContactHours(system, new Date(Date.now() - lookBackMillis)),
    );
    const workspaces = await step.run("learn-workspaces", () =>
      unsafeAcrossWorkspacesLearnWorkspaceHours(system, new Date(Date.now() - workspaceAgeMillis)),
    );
    return { people, workspaces };
  },
);
