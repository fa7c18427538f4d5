import type { WorkspaceScope } from "@/db/scope";

export type LostTo = { campaignId: string | null; name: string | null; people: number };

const lostToMax = 50;

/** What had the places under the caps of people whom a campaign did not reach, most people first. */
export async function listLostTo(scope: WorkspaceScope, campaignId: string): Promise<LostTo[]> {
  return scope.sql<LostTo>`
    select c.id as campaign_id, c.name, count(distinct s.contact_id)::int as people
    from runs own
    join skips s on s.workspace_id = ${scope.id} and s.run_id = own.id and s.reason = 'frequency_cap'
    cross join lateral jsonb_array_elements_text(s.inputs -> 'lostTo') lost
    left join lateral (
      select campaign_id from runs where workspace_id = ${scope.id} and id = lost.value::uuid limit 1) r on true
    left join campaigns c on c.workspace_id = ${scope.id} and c.id = r.campaign_id
    where own.workspace_id = ${scope.id} and own.campaign_id = ${campaignId}
    group by c.id, c.name order by people desc, c.name limit ${lostToMax}`;
}
