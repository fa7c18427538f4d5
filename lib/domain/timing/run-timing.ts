import type { Channel, MessageCategory } from "@/lib/domain/channels/channel";
import type { CampaignTiming } from "./campaign-timing";
import { capApplies } from "./frequency-cap";
import type { TimingRules } from "./resolve-send-time";
import { type SendingRules, windowFor } from "./sending-rules";
import { wallMillisAt } from "./zone-clock";

/** The rules of one run, frozen as it opens. */
export type RunTiming = TimingRules & {
  workspaceZone: string;
  throttlePerMinute: number | null;
  latenessMillisMax: number;
};

type Source = {
  timing: CampaignTiming;
  isBestTime: boolean;
  rules: SendingRules;
  workspaceZone: string;
  channel: Channel;
  category: MessageCategory;
  ttlSeconds: number | null;
  /** When the run was to begin, on the clock that the time was chosen on. */
  sendAt: Date;
};

const minuteMillis = 60_000;

export function runTimingOf(source: Source): RunTiming {
  const { timing, rules, channel, category, sendAt, ttlSeconds, workspaceZone } = source;
  const zone = timing.timeZone ?? workspaceZone;
  return {
    planned:
      timing.clock === "recipient"
        ? { clock: "recipient", wall: wallMillisAt(sendAt.getTime(), zone), whenPast: timing.whenPast }
        : { clock: "fixed", at: sendAt.getTime() },
    isBestTime: source.isBestTime,
    window: windowOf(source),
    unknownZone: rules.unknownZone,
    spreadMillis: rules.spreadMinutes * minuteMillis,
    caps: rules.caps.filter((cap) => capApplies(cap, channel, category)),
    expiresAt: timing.expiresAt === null ? null : Date.parse(timing.expiresAt),
    workspaceZone,
    ttlMillis: ttlSeconds === null ? null : ttlSeconds * 1_000,
    throttlePerMinute: timing.throttlePerMinute,
    latenessMillisMax: timing.latenessMinutesMax * minuteMillis,
  };
}

function windowOf({ timing, rules, channel, category }: Source): TimingRules["window"] {
  if (timing.sendingWindow === "any") return null;
  return timing.sendingWindow === "workspace" ? windowFor(rules, channel, category) : timing.sendingWindow;
}

/** Whether people get it at different times, so that each one's is looked up. */
export const isPerPerson = ({ planned, isBestTime, window, caps }: RunTiming): boolean =>
  planned.clock === "recipient" || isBestTime || window !== null || caps.length > 0;

/** Kiritimati, where a planned time comes first. */
const furthestAheadMillis = 14 * 60 * minuteMillis;

/** When a run must begin so that no zone's planned time has passed. */
export function startOf(timing: CampaignTiming, workspaceZone: string, scheduledAt: Date): Date {
  if (timing.clock === "workspace") return scheduledAt;
  const wall = wallMillisAt(scheduledAt.getTime(), timing.timeZone ?? workspaceZone);
  return new Date(wall - furthestAheadMillis);
}
