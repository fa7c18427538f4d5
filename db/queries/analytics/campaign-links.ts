import type { WorkspaceScope } from "@/db/scope";

export type LinkFigures = {
  variant: number;
  /** 0: the message as a whole. */
  linkNo: number;
  url: string;
  opened: number;
  opens: number;
  clicked: number;
  clicks: number;
  automated: number;
};

/** The most followed first. */
export async function listCampaignLinks(scope: WorkspaceScope, campaignId: string): Promise<LinkFigures[]> {
  return scope.sql<LinkFigures>`
    select variant, link_no, min(url) as url, sum(opened)::float8 as opened, sum(opens)::float8 as opens,
      sum(clicked)::float8 as clicked, sum(clicks)::float8 as clicks, sum(automated)::float8 as automated
    from link_hours where workspace_id = ${scope.id} and campaign_id = ${campaignId}
    group by variant, link_no order by sum(clicks) desc, variant, link_no`;
}
