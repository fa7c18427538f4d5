import { listJobErrors } from "@/db/queries/jobs/advance-job";
import { findJob } from "@/db/queries/jobs/find-job";
import type { JobErrorRow } from "@/db/queries/jobs/job-row";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";
import { permissionOfJob } from "./job";
import { cellAtFault } from "./open-job-errors";

type RefusedRow = Omit<JobErrorRow, "problems"> & {
  problems: { reason: string; column: string; value: string }[];
};

/** The refused rows after a line, each with everything that is wrong with it. Whoever may start the job may see them. */
export async function listRefusals(
  ctx: WorkspaceContext,
  { jobId, after = 0, limit = 25 }: { jobId: string; after?: number | undefined; limit?: number | undefined },
): Promise<{ data: RefusedRow[] }> {
  ctx.require("jobs.read");
  const job = await findJob(ctx.scope, jobId);
  if (!job) throw notFound();
  ctx.require(permissionOfJob[job.kind]);
  const { headings = [] } = job.params as { headings?: string[] };
  const rows = await listJobErrors(ctx.scope, jobId, after, limit);
  const data = rows.map(({ problems, ...row }) => ({
    ...row,
    problems: problems.map((problem) => ({
      ...problem,
      value: cellAtFault(problem, { headings, fields: row.fields }),
    })),
  }));
  return { data };
}
