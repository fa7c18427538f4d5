import { toFilter, toRoot } from "@/components/audience/audience-node";
import { type AudienceFilter, everyone } from "@/lib/domain/audience/audience-filter";
import { pastToleranceMillis, type ScheduleType } from "@/lib/domain/campaigns/campaign";
import type { Channel, MessageCategory } from "@/lib/domain/channels/channel";
import { type Content, emptyContent } from "@/lib/domain/content/content";
import { contentRules } from "@/lib/domain/content/content-rules";
import type { Tracking } from "@/lib/domain/events/tracking/tracking";
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
  ttlSeconds: number | null;
  priority: "normal" | "high";
  tracking: Tracking;
};

export const draftOf = (campaign: Campaign, language: string): CampaignDraft => ({
  name: campaign.name,
  channelType: campaign.channelType,
  category: campaign.category,
  contents: campaign.contents.length > 0 ? campaign.contents : [{ ...emptyContent, language }],
  filter: campaign.audience.filter,
  scheduleType: campaign.scheduleType,
  scheduledAt: campaign.scheduledAt,
  ttlSeconds: campaign.ttlSeconds,
  priority: campaign.priority,
  tracking: campaign.tracking,
});

export const isPast = (instant: Date, now = Date.now()): boolean =>
  instant.getTime() < now - pastToleranceMillis;

/** The fields that differ and that the API would take; an empty name or a past time waits for a better one. */
export function changesBetween(saved: CampaignDraft, draft: CampaignDraft): CampaignChange {
  const { filter, name, scheduledAt, ...rest } = draft;
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
  };
}

const isSame = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

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

export const isScheduleComplete = ({ scheduleType, scheduledAt }: CampaignDraft): boolean =>
  scheduleType === "send_now" || (scheduledAt !== null && !isPast(scheduledAt));
