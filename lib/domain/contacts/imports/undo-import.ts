import { noteUndo } from "@/db/queries/jobs/change-job";
import { findJob } from "@/db/queries/jobs/find-job";
import { type Job, loadJob } from "@/lib/domain/jobs/get-job";
import { hasEnded } from "@/lib/domain/jobs/job";
import { startJob } from "@/lib/domain/jobs/start-job";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { invalidState, notFound, unprocessable } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import type { ImportCounts, ImportParams } from "./import-options";

/**
 * Deletes the contacts that an import made. An address that one of them took from somebody who was there before goes
 * back to that person as it was, with a no that was said there meanwhile; not so when the person is gone or gave it up by a row of the file, when somebody else
 * holds it by now, or when whoever the import gave it to was deleted by hand, and the address with them. What the import changed in contacts that were there before stays changed, addresses included.
 */
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
  const { dryRun } = made.params as Partial<ImportParams>;
  if (dryRun) throw unprocessable("A dry run changed nothing.", { reason: "nothing_to_undo" });
  const id = newId();
  const total = (made.result as Partial<ImportCounts> | null)?.created ?? null;
  const params = { selection: { filter: { importJobId: jobId } }, undoes: jobId };
  await ctx.transaction(async (tx) => {
    await startJob(tx, { id, kind: "contact_deletion", title: made.title, total, params });
    await noteUndo(tx.scope, jobId, id);
    await tx.announce("jobs", jobId);
  });
  return loadJob(ctx, id);
}
