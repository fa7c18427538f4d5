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

export type CampaignSort = (typeof campaignSorts)[number];

type Order = {
  column: "id" | "name";
  direction: "asc" | "desc";
  compare: "<" | ">";
  /** What a cursor of this order holds of the last row. */
  cursor: readonly ("name" | "id")[];
};

const orders: Record<CampaignSort, Order> = {
  "-created_at": { column: "id", direction: "desc", compare: "<", cursor: ["id"] },
  created_at: { column: "id", direction: "asc", compare: ">", cursor: ["id"] },
  name: { column: "name", direction: "asc", compare: ">", cursor: ["name", "id"] },
  "-name": { column: "name", direction: "desc", compare: "<", cursor: ["name", "id"] },
};

export const campaignCursorParts = (sort: CampaignSort): number => orders[sort].cursor.length;

export const cursorOfCampaign = (sort: CampaignSort, row: CampaignWithTotals): string[] =>
  orders[sort].cursor.map((field) => row[field]);

export async function listCampaigns(
  scope: WorkspaceScope,
  filter: CampaignListFilter,
  sort: CampaignSort,
  page: PageRequest,
) {
  const order = orders[sort];
  const direction = scope.keyword(order.direction);
  return scope.sql<CampaignWithTotals>`
    select c.*, (select ${totalsOfRun(scope)} from runs r where r.workspace_id = ${scope.id} and r.id = c.run_id) as totals
    from campaigns c
    where c.workspace_id = ${scope.id} and ${campaignConditions(scope, filter)} and ${afterCursor(scope, sort, page.after)}
    order by c.${scope.name(order.column)} ${direction}, c.id ${direction} limit ${page.limit + 1} offset ${page.after ? 0 : page.offset}`;
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
  const compare = scope.keyword(orders[sort].compare);
  const [first = "", second] = after;
  return second === undefined
    ? scope.fragment`c.id ${compare} ${first}::uuid`
    : scope.fragment`(c.name, c.id) ${compare} (${first}, ${second}::uuid)`;
}

function campaignConditions(scope: WorkspaceScope, filter: CampaignListFilter) {
  const where = scope.fragment;
  return scope.all([
    filter.status && where`c.status = any(${filter.status})`,
    filter.channelType && where`c.channel = any(${filter.channelType})`,
    filter.q && matchesFolded(scope, ["c.name", "c.description"], filter.q),
  ]);
}
