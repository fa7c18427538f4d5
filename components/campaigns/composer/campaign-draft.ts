import { toFilter, toRoot } from "@/components/audience/audience-node";
import { isSame } from "@/lib/browser/draft/is-same";
import { type AudienceFilter, everyone } from "@/lib/domain/audience/audience-filter";
import { pastToleranceMillis, type ScheduleType } from "@/lib/domain/campaigns/campaign";
import type { Channel, MessageCategory } from "@/lib/domain/channels/channel";
import { type Content, emptyContent } from "@/lib/domain/content/content";
import { contentRules } from "@/lib/domain/content/content-rules";
import type { Tracking } from "@/lib/domain/events/tracking/tracking";
import type { CampaignTiming } from "@/lib/domain/timing/campaign-timing";
import { isUsableRecurrence } from "@/lib/domain/timing/recurrence/usable-recurrence";
import { isUsableWindow } from "@/lib/domain/timing/sending-window";
import type { Campaign, CampaignChange } from "../api";

/** What the composer changes. */
export type CampaignDraft = {
  name: string;
  channelType: Channel;
  category: MessageCategory;
  contents: Content[];
  filter: AudienceFilter;
  scheduleType: ScheduleType;
  scheduledAt: Date | null;
  timing: CampaignTiming;
  ttlSeconds: number | null;
  priority: "normal" | "high";
  tracking: Tracking;
  couponBatchId: string | null;
  couponHoldoutPercent: number;
};

export const draftOf = (campaign: Campaign, language: string): CampaignDraft => ({
  name: campaign.name,
  channelType: campaign.channelType,
  category: campaign.category,
  contents: campaign.contents.length > 0 ? campaign.contents : [{ ...emptyContent, language }],
  filter: campaign.audience.filter,
  scheduleType: campaign.scheduleType,
  scheduledAt: campaign.scheduledAt,
  timing: campaign.timing,
  ttlSeconds: campaign.ttlSeconds,
  priority: campaign.priority,
  tracking: campaign.tracking,
  couponBatchId: campaign.couponBatchId,
  couponHoldoutPercent: campaign.couponHoldoutPercent,
});

export const isPast = (instant: Date, now = Date.now()): boolean =>
  instant.getTime() < now - pastToleranceMillis;

/** The fields that differ and that the API would take; an empty name, a past time or half a rule waits for a better one. */
export function changesBetween(saved: CampaignDraft, draft: CampaignDraft): CampaignChange {
  const { filter, name, scheduledAt, timing, ...rest } = draft;
  const entries = Object.entries(rest).filter(
    ([key, value]) => !isSame(saved[key as keyof typeof rest], value),
  );
  return {
    ...(Object.fromEntries(entries) as CampaignChange),
    ...(name.trim() !== "" && name.trim() !== saved.name ? { name: name.trim() } : {}),
    ...(isSame(saved.filter, filter) ? {} : { audience: { filter } }),
    ...(isSame(saved.scheduledAt, scheduledAt) || (scheduledAt && isPast(scheduledAt))
      ? {}
      : { scheduledAt }),
    ...timingChange(saved.timing, timing),
  };
}

function timingChange(saved: CampaignTiming, timing: CampaignTiming): Pick<CampaignChange, "timing"> {
  const entries = Object.entries(timing).filter(
    ([key, value]) => !isSame(saved[key as keyof CampaignTiming], value),
  );
  const change = Object.fromEntries(entries) as Partial<CampaignTiming>;
  if (change.recurrence && !isUsableRecurrence(change.recurrence)) delete change.recurrence;
  if (change.sendingWindow && !isUsableWindow(change.sendingWindow)) delete change.sendingWindow;
  return Object.keys(change).length > 0 ? { timing: change } : {};
}

/** What is stored after a change: fields that were held back are still different and stay open. */
export function savedAfter(
  saved: CampaignDraft,
  draft: CampaignDraft,
  change: CampaignChange,
): CampaignDraft {
  const { name: _name, scheduledAt: _time, filter: _filter, timing: _timing, ...rest } = draft;
  return {
    ...saved,
    ...rest,
    ...(change.name === undefined ? {} : { name: change.name }),
    ...(change.scheduledAt === undefined ? {} : { scheduledAt: change.scheduledAt }),
    ...(change.audience === undefined ? {} : { filter: change.audience.filter }),
    timing: { ...saved.timing, ...(change.timing as Partial<CampaignDraft["timing"]>) },
  };
}

/** No condition at all, in whichever way that is written. */
export const isEveryone = (filter: AudienceFilter): boolean => isSame(toFilter(toRoot(filter)), everyone);

/** Every language says what its channel needs. */
export function isContentComplete({ contents, channelType }: CampaignDraft): boolean {
  const { required } = contentRules[channelType];
  return contents.every((content) =>
    required.every((field) => {
      const text = field === "body" ? content.body || content.subtitle || content.html : content[field];
      return text.trim() !== "";
    }),
  );
}

/** What keeps the schedule from being one. */
export type ScheduleProblem =
  | "missing_date"
  | "past_date"
  | "unfinished_series"
  | "unfinished_hours"
  | "ends_early";

export function findScheduleProblem(draft: ScheduleDraft, now = Date.now()): ScheduleProblem | undefined {
  const { scheduleType, scheduledAt, timing } = draft;
  const hasTime = scheduleType === "scheduled" || scheduleType === "best_time";
  if (scheduleType === "scheduled" && !scheduledAt) return "missing_date";
  if (hasTime && scheduledAt && isPast(scheduledAt, now)) return "past_date";
  if (scheduleType === "recurring" && !(timing.recurrence && isUsableRecurrence(timing.recurrence)))
    return "unfinished_series";
  if (!isUsableWindow(timing.sendingWindow)) return "unfinished_hours";
  const starts = (hasTime && scheduledAt?.getTime()) || now;
  return timing.expiresAt !== null && Date.parse(timing.expiresAt) <= starts ? "ends_early" : undefined;
}

export type ScheduleDraft = Pick<CampaignDraft, "scheduleType" | "scheduledAt" | "timing">;

export const isScheduleComplete = (draft: CampaignDraft): boolean => findScheduleProblem(draft) === undefined;
