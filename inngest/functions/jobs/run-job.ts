import { inngest } from "@/inngest/client";
import { jobRequested } from "@/inngest/events/jobs";
import { contextOfJob } from "@/inngest/in-workspace";
import { bulkPlaces } from "@/inngest/places";
import { deleteContacts, tagContacts } from "@/lib/domain/contacts/change-selected-contacts";
import { exportContacts } from "@/lib/domain/contacts/exports/export-contacts";
import { importContacts } from "@/lib/domain/contacts/imports/import-contacts";
import { giveUpJob } from "@/lib/domain/jobs/give-up-job";
import type { JobKind } from "@/lib/domain/jobs/job";
import { JobStopped, type JobWork } from "@/lib/domain/jobs/job-run";
import { runJobSlice, type SliceOutcome } from "@/lib/domain/jobs/run-job-slice";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { internal, isAppError } from "@/lib/platform/errors";

export const workOfJob: Record<JobKind, JobWork> = {
  contact_import: importContacts,
  contact_export: exportContacts,
  contact_tagging: tagContacts,
  contact_deletion: deleteContacts,
};

/** Does a job slice by slice. A crash costs the batch at work; the next try goes on from the last one written. */
export const runJob = inngest.createFunction(
  {
    id: "run-job",
    triggers: [jobRequested],
    retries: 5,
    concurrency: [{ limit: bulkPlaces }, { key: "event.data.workspaceId", limit: 2 }],
    onFailure: async ({ event }) => {
      const { workspaceId, jobId } = jobRequested.schema.parse(event.data.event.data);
      await giveUpJob(contextOfJob("run-job", workspaceId), jobId, internal(undefined));
    },
  },
  async ({ event, step }) => {
    const { workspaceId, jobId } = event.data;
    for (let slice = 1; ; slice += 1) {
      const outcome = await step.run(`slice ${slice}`, () =>
        runSlice(contextOfJob("run-job", workspaceId), jobId),
      );
      if (outcome === "ended") return;
    }
  },
);

/** What a person can mend ends the job with the reason; what may pass by itself is tried again. */
async function runSlice(ctx: WorkspaceContext, jobId: string): Promise<SliceOutcome> {
  try {
    return await runJobSlice(ctx, jobId, workOfJob);
  } catch (error) {
    if (error instanceof JobStopped) return "ended";
    if (!isAppError(error) || error.code === "internal") throw error;
    await giveUpJob(ctx, jobId, error);
    return "ended";
  }
}
