import { contextOfJob } from "@/inngest/in-workspace";
import { exportContacts } from "@/lib/domain/contacts/exports/export-contacts";
import { importContacts } from "@/lib/domain/contacts/imports/import-contacts";
import { generateCodes } from "@/lib/domain/coupons/batches/generate-codes";
import { importCodes } from "@/lib/domain/coupons/batches/imports/import-codes";
import { runJobSlice } from "@/lib/domain/jobs/run-job-slice";

type Job = { workspaceId: string; jobId: string };

const works = {
  contact_import: importContacts,
  contact_export: exportContacts,
  redemption_export: () => Promise.resolve(true),
  contact_tagging: () => Promise.resolve(true),
  contact_deletion: () => Promise.resolve(true),
  coupon_generation: generateCodes,
  coupon_import: importCodes,
  coupon_change: () => Promise.resolve(true),
};

/** Runs a job to its end. Gives the seconds it took. */
export async function runJob({ workspaceId, jobId }: Job): Promise<number> {
  const ctx = contextOfJob("bench", workspaceId);
  const startedAt = performance.now();
  while ((await runJobSlice(ctx, jobId, works)) !== "ended");
  return (performance.now() - startedAt) / 1_000;
}
