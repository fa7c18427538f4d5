import type { WorkspaceScope } from "@/db/scope";
import type { JobKind } from "@/lib/domain/jobs/job";

export type SubjectRow = {
  kind: "campaign" | "job" | "contact";
  id: string;
  /** The id among those that were given. */
  askedFor: string;
  name: string;
  jobKind: JobKind | null;
  isDryRun: boolean;
};

/** What these ids are in this workspace; a campaign's run stands for its campaign. */
export async function listSubjects(scope: WorkspaceScope, ids: readonly string[]): Promise<SubjectRow[]> {
  if (ids.length === 0) return [];
  const wanted = [...ids];
  return scope.sql<SubjectRow>`
    select 'campaign' as kind, id, id as asked_for, name, null as job_kind, false as is_dry_run
    from campaigns where workspace_id = ${scope.id} and id = any(${wanted}::uuid[]) and automation_id is null
    union all
    select 'campaign', c.id, r.id, c.name, null, false
    from runs r join campaigns c on c.workspace_id = r.workspace_id and c.id = r.campaign_id and c.automation_id is null
    where r.workspace_id = ${scope.id} and r.id = any(${wanted}::uuid[])
    union all
    select 'job', id, id, title, kind, coalesce((params ->> 'dryRun')::boolean, false)
    from jobs where workspace_id = ${scope.id} and id = any(${wanted}::uuid[])
    union all
    select 'contact', id, id, coalesce(nullif(trim(first_name || ' ' || last_name), ''), external_id, ''), null, false
    from contacts where workspace_id = ${scope.id} and id = any(${wanted}::uuid[])`;
}
