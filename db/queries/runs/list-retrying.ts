import type { WorkspaceScope } from "@/db/scope";

export type Retrying = { code: string; detail: string; people: number };

/** People of a run who will be asked for again, by what the provider answered last; most frequent first. */
export async function listRetrying(scope: WorkspaceScope, runId: string): Promise<Retrying[]> {
  return scope.sql<Retrying>`
    select counted.code, counted.people, coalesce(example.detail, '') as detail
    from (
      select coalesce(d.code, '') as code, count(distinct d.contact_id)::int as people from deliveries d
      where d.workspace_id = ${scope.id} and d.run_id = ${runId} and d.status = 'retrying' group by 1) counted
    left join lateral (
      select d.detail from deliveries d
      where d.workspace_id = ${scope.id} and d.run_id = ${runId} and d.status = 'retrying'
        and coalesce(d.code, '') = counted.code limit 1) example on true
    order by counted.people desc, counted.code limit 20`;
}
