import { cron } from "inngest";
import { database } from "@/db/client";
import { SystemScope } from "@/db/scope";
import { inngest } from "@/inngest/client";
import { timerPlaces } from "@/inngest/places";
import { sweepJobs as sweep } from "@/lib/domain/jobs/sweep-jobs";

/** Hourly: expired files and refused rows go. */
export const sweepJobs = inngest.createFunction(
  { id: "sweep-jobs", triggers: [cron("17 * * * *")], concurrency: { limit: timerPlaces } },
  async ({ step }) => step.run("sweep", () => sweep(SystemScope.mint(database()), new Date())),
);
