import type { CampaignRow } from "@/db/queries/campaigns/campaign-row";
import type { CampaignFields } from "@/db/queries/campaigns/campaigns";
import { type AudienceFilter, everyone } from "@/lib/domain/audience/audience-filter";
import type { Channel, MessageCategory } from "@/lib/domain/channels/channel";
import { type Content, emptyContent } from "@/lib/domain/content/content";
import { type Tracking, trackingDefaults } from "@/lib/domain/events/tracking/tracking";
import { type CampaignTiming, timingDefault } from "@/lib/domain/timing/campaign-timing";
import { invalidField } from "@/lib/platform/errors";
import { pastToleranceMillis, type ScheduleType } from "./campaign";

export type ContentInput = Partial<Content> & { language: string };

/** What is absent stays as it is. */
type TimingInput = { [Key in keyof CampaignTiming]?: CampaignTiming[Key] | undefined };

export type CampaignInput = {
  name?: string | undefined;
  description?: string | undefined;
  channelType?: Channel | undefined;
  category?: MessageCategory | undefined;
  tone?: string | null | undefined;
  scheduleType?: ScheduleType | undefined;
  scheduledAt?: Date | null | undefined;
  timing?: TimingInput | undefined;
  contents?: ContentInput[] | undefined;
  audience?: { filter: AudienceFilter } | undefined;
  ttlSeconds?: number | null | undefined;
  priority?: "normal" | "high" | undefined;
  tracking?: Partial<Tracking> | null | undefined;
  couponBatchId?: string | null | undefined;
  couponHoldoutPercent?: number | undefined;
};

const blank: Omit<CampaignFields, "name" | "channel"> = {
  description: "",
  category: "marketing",
  tone: null,
  scheduleType: "send_now",
  scheduledAt: null,
  timing: timingDefault,
  audience: everyone,
  contents: [],
  ttlSeconds: null,
  priority: "normal",
  tracking: null,
  couponBatchId: null,
  couponHoldoutPercent: 0,
};

export function newCampaignFields(
  input: CampaignInput & { name: string; channelType: Channel },
  now: Date,
): CampaignFields {
  return applyInput({ ...blank, name: input.name, channel: input.channelType }, input, now);
}

/** The campaign with the given fields changed and everything else as it was. */
export function applyInput(
  fields: CampaignFields | CampaignRow,
  input: CampaignInput,
  now: Date,
): CampaignFields {
  if (input.scheduledAt) assertNotPast(input.scheduledAt, now);
  return {
    name: input.name ?? fields.name,
    description: input.description ?? fields.description,
    channel: input.channelType ?? fields.channel,
    category: input.category ?? fields.category,
    tone: input.tone === undefined ? fields.tone : input.tone,
    ...scheduleOf(fields, input),
    timing: timingOf(fields.timing, input.timing),
    audience: input.audience?.filter ?? fields.audience,
    contents: input.contents ? uniqueLanguages(input.contents) : fields.contents,
    ttlSeconds: input.ttlSeconds === undefined ? fields.ttlSeconds : input.ttlSeconds,
    priority: input.priority ?? fields.priority,
    tracking: trackingOf(fields, input),
    couponBatchId: input.couponBatchId === undefined ? fields.couponBatchId : input.couponBatchId,
    couponHoldoutPercent: input.couponHoldoutPercent ?? fields.couponHoldoutPercent,
  };
}

/** Said in part, the rest is as it was; never said, it follows the channel. */
function trackingOf(
  fields: CampaignFields | CampaignRow,
  { tracking, channelType }: CampaignInput,
): Tracking | null {
  if (tracking === undefined) return fields.tracking;
  if (tracking === null) return null;
  const before = fields.tracking ?? trackingDefaults(channelType ?? fields.channel);
  const given = Object.fromEntries(Object.entries(tracking).filter(([, value]) => value !== undefined));
  return { ...before, ...given };
}

/** What goes out as soon as somebody says so has no time. */
function scheduleOf(
  fields: CampaignFields | CampaignRow,
  input: CampaignInput,
): Pick<CampaignFields, "scheduleType" | "scheduledAt"> {
  if (input.scheduleType === "send_now" && input.scheduledAt) {
    throw invalidField(
      "scheduled_at",
      "A campaign of the type send_now has no time. Leave it out, or use schedule_type scheduled.",
      "contradiction",
    );
  }
  const scheduleType = input.scheduleType ?? (input.scheduledAt ? "scheduled" : fields.scheduleType);
  if (scheduleType === "send_now") return { scheduleType, scheduledAt: null };
  const scheduledAt = input.scheduledAt === undefined ? fields.scheduledAt : input.scheduledAt;
  return { scheduleType, scheduledAt };
}

function timingOf(timing: CampaignTiming, input: TimingInput = {}): CampaignTiming {
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  return { ...timing, ...given };
}

export const isPast = (instant: Date, now: Date): boolean =>
  instant.getTime() < now.getTime() - pastToleranceMillis;

export function assertNotPast(instant: Date, now: Date): void {
  if (!isPast(instant, now)) return;
  throw invalidField(
    "scheduled_at",
    "This time is in the past. Choose a later one, or leave it out to send now.",
    "past_date",
  );
}

function uniqueLanguages(contents: ContentInput[]): Content[] {
  const seen = new Set<string>();
  return contents.map((content, index) => {
    if (seen.has(content.language)) {
      throw invalidField(
        `contents.${index}.language`,
        `"${content.language}" is there twice.`,
        "duplicate_language",
      );
    }
    seen.add(content.language);
    return { ...emptyContent, ...content };
  });
}
