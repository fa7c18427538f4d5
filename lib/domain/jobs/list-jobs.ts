import { cursorOf } from "@/db/keyset";
import { type JobListFilter, jobOrder, listJobs as listJobRows } from "@/db/queries/jobs/list-jobs";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { type ListInput, type Page, parsePage, toPage } from "@/lib/platform/paging";
import { addProgress, type Job } from "./get-job";

export async function listJobs(ctx: WorkspaceContext, input: ListInput & JobListFilter): Promise<Page<Job>> {
  ctx.require("jobs.read");
  const page = parsePage(input);
  const rows = await listJobRows(ctx.scope, input, page);
  return toPage(await addProgress(ctx, rows), page.limit, (job) => cursorOf(jobOrder, job), null);
}
