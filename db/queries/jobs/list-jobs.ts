import { byAge, pageOf } from "@/db/keyset";
import { matchesFolded } from "@/db/matches-folded";
import type { WorkspaceScope } from "@/db/scope";
import type { PageRequest } from "@/lib/platform/paging";
import type { JobRow } from "./job-row";

export type JobListFilter = {
  /** A part of the title, such as the name of a file. */
  q?: string | undefined;
  kind?: string[] | undefined;
  status?: string[] | undefined;
};

export const jobOrder = byAge("id")["-created_at"];

export async function listJobs(
  scope: WorkspaceScope,
  filter: JobListFilter,
  page: PageRequest,
): Promise<JobRow[]> {
  return scope.sql<JobRow>`
    select * from jobs where workspace_id = ${scope.id} and ${scope.all([
      filter.q && matchesFolded(scope, ["title"], filter.q),
      filter.kind && scope.fragment`kind = any(${filter.kind})`,
      filter.status && scope.fragment`status = any(${filter.status})`,
    ])}
    ${pageOf(scope, jobOrder, page)}`;
}
