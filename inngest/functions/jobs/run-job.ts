import { inngest } from "@/inngest/client";
import { jobRequested } from "@/inngest/events/jobs";
import { asStep, contextOfJob } from "@/inngest/in-workspace";
import { bulkPlaces } from "@/inngest/places";
import { deleteContacts, tagContacts } from "@/lib/domain/contacts/change-selected-contacts";
import { exportContacts } from "@/lib/domain/contacts/exports/export-contacts";
import { importContacts } from "@/lib/domain/contacts/imports/import-contacts";
import { changeCodes } from "@/lib/domain/coupons/batches/change-codes";
import { generateCodes } from "@/lib/domain/coupons/batches/generate-codes";
import { importCodes } from "@/lib/domain/coupons/batches/imports/import-codes";
import { exportRedemptions } from "@/lib/domain/coupons/ledger/export/export-redemptions";
import { giveUpJob } from "@/lib/domain/jobs/give-up-job";
import type { JobKind } from "@/lib/domain/jobs/job";
import type { JobWork } from "@/lib/domain/jobs/job-run";
import { reviveJob } from "@/lib/domain/jobs/revive-job";
import { runJobSlice } from "@/lib/domain/jobs/run-job-slice";
import { internal } from "@/lib/platform/errors";

export const workOfJob: Record<JobKind, JobWork> = {
  contact_import: importContacts,
  contact_export: exportContacts,
  contact_tagging: tagContacts,
  contact_deletion: deleteContacts,
  redemption_export: exportRedemptions,
  coupon_generation: generateCodes,
  coupon_import: importCodes,
  coupon_change: changeCodes,
};

/** What the engine calls the end of a run whose process died again and again. */
const workerLost = "WorkerLostError";

/** Does a job slice by slice. A crash costs the batch at work; the next try goes on from the last one written. */
export const runJob = inngest.createFunction(
  {
    id: "run-job",
    triggers: [jobRequested],
    retries: 5,
    concurrency: [{ limit: bulkPlaces }, { key: "event.data.workspaceId", limit: 2 }],
    onFailure: async ({ event }) => {
      const { workspaceId, jobId, done } = jobRequested.schema.parse(event.data.event.data);
      const ctx = contextOfJob("run-job", workspaceId);
      const isRevived = event.data.error.name === workerLost && (await reviveJob(ctx, { jobId, done }));
      if (!isRevived) await giveUpJob(ctx, jobId, internal(undefined));
    },
  },
  async ({ event, step }) => {
    const { workspaceId, jobId } = event.data;
    for (let slice = 1; ; slice += 1) {
      const outcome = await step.run(`slice ${slice}`, () =>
        asStep(() => runJobSlice(contextOfJob("run-job", workspaceId), jobId, workOfJob)),
      );
      if (outcome === "ended") return;
    }
  },
);
