import { transactionalSends } from "@/db/queries/runs/campaign-hours";
import type { CampaignHour, HourCounts, LinkHour } from "@/db/queries/system/engagement-hours";
import { type Deed, deedKey, type EngagementWrite } from "@/db/queries/system/engagements";
import type { Channel } from "@/lib/domain/channels/channel";

/** A note that is new, of a send that counts. */
export type Fresh = EngagementWrite & { campaignId: string | null; channel: Channel };

const hourMillis = 60 * 60 * 1_000;

const hourOf = (millis: number): number => Math.floor(millis / hourMillis) * hourMillis;

/** One for each person, link and kind of onlooker, and one for the message as a whole. */
export function toDeeds(items: readonly Fresh[]): Map<string, Deed & { of: Fresh }> {
  const deeds = new Map<string, Deed & { of: Fresh }>();
  for (const item of items) {
    addDeed(deeds, item, 0);
    if (item.linkNo !== 0) addDeed(deeds, item, item.linkNo);
  }
  return deeds;
}

function addDeed(deeds: Map<string, Deed & { of: Fresh }>, of: Fresh, linkNo: number): void {
  const { workspaceId, runId, contactId, kind, isAutomated, atMillis } = of;
  const same = { workspaceId, runId, contactId, kind, linkNo, isAutomated };
  const key = deedKey(same);
  const known = deeds.get(key);
  if (!known) deeds.set(key, { ...same, firstMillis: atMillis, lastMillis: atMillis, total: 1, of });
  else {
    known.total += 1;
    known.firstMillis = Math.min(known.firstMillis, atMillis);
    known.lastMillis = Math.max(known.lastMillis, atMillis);
  }
}

const nothing: HourCounts = {
  delivered: 0,
  opened: 0,
  clicked: 0,
  opens: 0,
  clicks: 0,
  automatedOpens: 0,
  automatedClicks: 0,
};

type Tally = { hours: CampaignHour[]; links: LinkHour[] };

/** Times by the hour of each note, people by the hour of their first. `firsts`: deeds of people that nobody had noted before. */
export function tallyEngagements(items: readonly Fresh[], firsts: readonly (Deed & { of: Fresh })[]): Tally {
  const hours = new Map<string, CampaignHour>();
  const links = new Map<string, LinkHour>();
  const hourFor = ({ workspaceId, campaignId, channel }: Fresh, millis: number) => {
    const hour = hourOf(millis);
    const place = { workspaceId, campaignId: campaignId ?? transactionalSends, channel };
    const key = `${workspaceId} ${place.campaignId} ${hour} ${channel}`;
    return keep(hours, key, () => ({ ...place, hour: new Date(hour), ...nothing }));
  };
  const linkFor = (of: Fresh, linkNo: number, millis: number) => {
    const { workspaceId, variant } = of;
    const hour = hourOf(millis);
    const campaignId = of.campaignId ?? transactionalSends;
    const key = `${workspaceId} ${campaignId} ${hour} ${variant} ${linkNo}`;
    return keep(links, key, () => ({
      ...{ workspaceId, campaignId, hour: new Date(hour), variant, linkNo },
      url: linkNo === 0 ? "" : of.url,
      ...{ opened: 0, opens: 0, clicked: 0, clicks: 0, automated: 0 },
    }));
  };
  for (const item of items) {
    const { linkNo, atMillis } = item;
    addTimes(item, hourFor(item, atMillis), () => linkFor(item, linkNo, atMillis));
  }
  for (const { of, kind, linkNo, firstMillis } of firsts) {
    if (linkNo === 0) addPerson(kind, of.channel, hourFor(of, firstMillis));
    if (kind === "opened") linkFor(of, 0, firstMillis).opened += 1;
    if (kind === "clicked") linkFor(of, linkNo, firstMillis).clicked += 1;
  }
  return { hours: [...hours.values()], links: [...links.values()] };
}

function keep<T>(known: Map<string, T>, key: string, make: () => T): T {
  const found = known.get(key) ?? make();
  known.set(key, found);
  return found;
}

function addTimes({ kind, isAutomated }: Fresh, hour: CampaignHour, linkOf: () => LinkHour): void {
  if (kind !== "opened" && kind !== "clicked") return;
  const link = linkOf();
  const times = kind === "opened" ? "opens" : "clicks";
  if (isAutomated) {
    hour[kind === "opened" ? "automatedOpens" : "automatedClicks"] += 1;
    link.automated += 1;
  } else {
    hour[times] += 1;
    link[times] += 1;
  }
}

/** A push service says nothing of what arrived; the browser that shows it does. */
function addPerson(kind: Deed["kind"], channel: Channel, hour: CampaignHour): void {
  if (kind === "opened") hour.opened += 1;
  if (kind === "clicked") hour.clicked += 1;
  if (kind === "shown" && channel === "web_push") hour.delivered += 1;
}
