import { escapeLike } from "@/db/escape-like";
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

export type CampaignSort = (typeof campaignSorts)[number];

export const cursorOfCampaign = (sort: CampaignSort, row: CampaignWithTotals): string[] =>
  sort.endsWith("name") ? [row.name, row.id] : [row.id];

export async function listCampaigns(
  scope: WorkspaceScope,
  filter: CampaignListFilter,
  sort: CampaignSort,
  page: PageRequest,
) {
  const direction = scope.keyword(sort.startsWith("-") ? "desc" : "asc");
  const order = sort.endsWith("name")
    ? scope.fragment`c.name ${direction}, c.id ${direction}`
    : scope.fragment`c.id ${direction}`;
  return scope.sql<CampaignWithTotals>`
    select c.*, (select ${totalsOfRun(scope)} from runs r where r.workspace_id = ${scope.id} and r.id = c.run_id) as totals
    from campaigns c
    where c.workspace_id = ${scope.id} and ${campaignConditions(scope, filter)} and ${afterCursor(scope, sort, page.after)}
    order by ${order} limit ${page.limit + 1} offset ${page.after ? 0 : page.offset}`;
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

function afterCursor(scope: WorkspaceScope, sort: CampaignSort, after: string[] | undefined) {
  if (!after) return scope.fragment`true`;
  const compare = scope.keyword(sort.startsWith("-") ? "<" : ">");
  const [first = "", second = ""] = after;
  return sort.endsWith("name")
    ? scope.fragment`(c.name, c.id) ${compare} (${first}, ${second}::uuid)`
    : scope.fragment`c.id ${compare} ${first}::uuid`;
}

function campaignConditions(scope: WorkspaceScope, filter: CampaignListFilter) {
  const where = scope.fragment;
  return scope.all([
    filter.status && where`c.status = any(${filter.status})`,
    filter.channelType && where`c.channel = any(${filter.channelType})`,
    filter.q &&
      where`(c.name ilike ${`%${escapeLike(filter.q)}%`} or c.description ilike ${`%${escapeLike(filter.q)}%`})`,
  ]);
}
