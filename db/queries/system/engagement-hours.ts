import type { SystemScope } from "@/db/scope";
import type { Channel } from "@/lib/domain/channels/channel";

export type HourCounts = {
  delivered: number;
  opened: number;
  clicked: number;
  opens: number;
  clicks: number;
  automatedOpens: number;
  automatedClicks: number;
};

export type CampaignHour = HourCounts & {
  workspaceId: string;
  hour: Date;
  campaignId: string;
  channel: Channel;
};

/** In one order whoever writes, so that two processes never wait for each other. */
export async function unsafeAcrossWorkspacesAddToHours(
  tx: SystemScope,
  hours: CampaignHour[],
): Promise<void> {
  if (hours.length === 0) return;
  const column = (read: (hour: CampaignHour) => string) => hours.map(read);
  const number = (name: keyof HourCounts) => hours.map((hour) => hour[name]);
  await tx.sql`
    insert into campaign_hours as h (workspace_id, hour, campaign_id, channel, delivered, opened, clicked, opens, clicks,
      automated_opens, automated_clicks)
    select * from unnest(${column((h) => h.workspaceId)}::uuid[], ${column((h) => h.hour.toISOString())}::timestamptz[],
      ${column((h) => h.campaignId)}::uuid[], ${column((h) => h.channel)}::text[], ${number("delivered")}::int[],
      ${number("opened")}::int[], ${number("clicked")}::int[], ${number("opens")}::int[], ${number("clicks")}::int[],
      ${number("automatedOpens")}::int[], ${number("automatedClicks")}::int[]) r
    order by 1, 2, 3, 4
    on conflict (workspace_id, hour, campaign_id, channel) do update set delivered = h.delivered + excluded.delivered,
      opened = h.opened + excluded.opened, clicked = h.clicked + excluded.clicked, opens = h.opens + excluded.opens,
      clicks = h.clicks + excluded.clicks, automated_opens = h.automated_opens + excluded.automated_opens,
      automated_clicks = h.automated_clicks + excluded.automated_clicks`;
}

export type LinkHour = Omit<HourCounts, "delivered" | "automatedOpens" | "automatedClicks"> & {
  workspaceId: string;
  campaignId: string;
  hour: Date;
  variant: number;
  linkNo: number;
  url: string;
  automated: number;
};

export async function unsafeAcrossWorkspacesAddToLinkHours(
  tx: SystemScope,
  links: LinkHour[],
): Promise<void> {
  if (links.length === 0) return;
  const column = (read: (link: LinkHour) => string) => links.map(read);
  const number = (read: (link: LinkHour) => number) => links.map(read);
  await tx.sql`
    insert into link_hours as l (workspace_id, campaign_id, hour, variant, link_no, url, opened, opens, clicked, clicks,
      automated)
    select * from unnest(${column((l) => l.workspaceId)}::uuid[], ${column((l) => l.campaignId)}::uuid[],
      ${column((l) => l.hour.toISOString())}::timestamptz[], ${number((l) => l.variant)}::smallint[],
      ${number((l) => l.linkNo)}::smallint[], ${column((l) => l.url)}::text[], ${number((l) => l.opened)}::int[],
      ${number((l) => l.opens)}::int[], ${number((l) => l.clicked)}::int[], ${number((l) => l.clicks)}::int[],
      ${number((l) => l.automated)}::int[]) r
    order by 1, 2, 3, 4, 5
    on conflict (workspace_id, campaign_id, hour, variant, link_no) do update set opened = l.opened + excluded.opened,
      opens = l.opens + excluded.opens, clicked = l.clicked + excluded.clicked, clicks = l.clicks + excluded.clicks,
      automated = l.automated + excluded.automated`;
}
