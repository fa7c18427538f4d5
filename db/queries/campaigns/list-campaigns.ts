import { byAge, type Order, pageOf } from "@/db/keyset";
import { matchesFolded } from "@/db/matches-folded";
import type { WorkspaceScope } from "@/db/scope";
import type { CampaignStatus } from "@/lib/domain/campaigns/campaign";
import type { PageRequest } from "@/lib/platform/paging";
import { totalsOfRun } from "../runs/run-totals";
import type { CampaignWithTotals } from "./campaign-row";

export type CampaignListFilter = {
  q?: string | undefined;
  status?: string[] | undefined;
  channelType?: string[] | undefined;
};

export const campaignSorts = ["-created_at", "created_at", "name", "-name"] as const;

type CampaignSort = (typeof campaignSorts)[number];

const byName = [
  ["c.name", "name"],
  ["c.id", "id"],
] as const;

export const campaignOrders: Record<CampaignSort, Order<"name" | "id">> = {
  ...byAge("c.id"),
  name: { direction: "asc", keys: byName },
  "-name": { direction: "desc", keys: byName },
};

export async function listCampaigns(
  scope: WorkspaceScope,
  filter: CampaignListFilter,
  order: Order,
  page: PageRequest,
) {
  return scope.sql<CampaignWithTotals>`
    select c.*, (select ${totalsOfRun(scope)} from runs r where r.workspace_id = ${scope.id} and r.id = c.run_id) as totals
    from campaigns c
    where c.workspace_id = ${scope.id} and ${campaignConditions(scope, filter)}
    ${pageOf(scope, order, page)}`;
}

export async function countCampaigns(scope: WorkspaceScope, filter: CampaignListFilter): Promise<number> {
  const rows = await scope.sql<{ count: number }>`
    select count(*)::int as count from campaigns c where c.workspace_id = ${scope.id} and ${campaignConditions(scope, filter)}`;
  return rows[0]?.count ?? 0;
}

export async function countCampaignsByStatus(
  scope: WorkspaceScope,
  filter: Omit<CampaignListFilter, "status">,
): Promise<{ status: CampaignStatus; count: number }[]> {
  return scope.sql<{ status: CampaignStatus; count: number }>`
    select c.status, count(*)::int as count from campaigns c
    where c.workspace_id = ${scope.id} and ${campaignConditions(scope, filter)} group by c.status`;
}

function campaignConditions(scope: WorkspaceScope, filter: CampaignListFilter) {
  const where = scope.fragment;
  return scope.all([
    where`c.automation_id is null`,
    filter.status && where`c.status = any(${filter.status})`,
    filter.channelType && where`c.channel = any(${filter.channelType})`,
    filter.q && matchesFolded(scope, ["c.name", "c.description"], filter.q),
  ]);
}
