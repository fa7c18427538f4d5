import { findJob } from "@/db/queries/jobs/find-job";
import { type Job, loadJob } from "@/lib/domain/jobs/get-job";
import { hasEnded } from "@/lib/domain/jobs/job";
import { startJob } from "@/lib/domain/jobs/start-job";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { invalidState, notFound } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import type { ImportCounts } from "./import-options";

/** Deletes the contacts that an import made. What it changed in contacts that were there before stays changed. */
export async function undoImport(ctx: WorkspaceContext, { jobId }: { jobId: string }): Promise<Job> {
  ctx.require("contacts.write");
  const made = await findJob(ctx.scope, jobId);
  if (made?.kind !== "contact_import") throw notFound();
  if (!hasEnded(made.status)) {
    throw invalidState("Cancel the import first.", {
      from: made.status,
      allowed: ["completed", "failed", "cancelled"],
    });
  }
  const id = newId();
  const total = (made.result as Partial<ImportCounts> | null)?.created ?? null;
  const params = { selection: { filter: { importJobId: jobId } } };
  await ctx.transaction((tx) =>
    startJob(tx, { id, kind: "contact_deletion", title: made.title, total, params }),
  );
  return loadJob(ctx, id);
}
