import type { CampaignRow } from "@/db/queries/campaigns/campaign-row";
import type { CampaignFields } from "@/db/queries/campaigns/campaigns";
import { type Content, emptyContent } from "@/lib/domain/content/content";
import { timingDefault } from "@/lib/domain/timing/campaign-timing";
import type { KeptDocument, Notice } from "../notification-document";
import { channelsOf } from "../reading/read-notice";
import { findUntoldContent } from "./untold-content";

/** The parts of a campaign that a document speaks of, and names of those that it does not. */
export function noticeOfCampaign(
  row: CampaignRow,
  kept: KeptDocument | null,
): { notice: Notice; untold: string[] } {
  const [content = emptyContent] = row.contents as [Content?, ...Content[]];
  const channels = kept ? channelsOf(kept) : undefined;
  return {
    notice: {
      content,
      channels: channels?.[0] === row.channel ? channels : [row.channel],
      audience: row.audience,
      time: { kind: "time_based", sendAt: row.scheduledAt },
      isBestTime: row.scheduleType === "best_time",
      tracking: row.tracking,
      priority: row.priority,
      ttlSeconds: row.ttlSeconds,
    },
    untold: [
      ...findUntoldContent(row.contents),
      ...(row.category === "marketing" ? [] : ["category"]),
      ...(row.scheduleType === "recurring" ? ["schedule_type"] : []),
      ...(isUsualTiming(row) ? [] : ["timing"]),
      ...(row.couponBatchId === null ? [] : ["coupon_batch_id"]),
    ],
  };
}

const isUsualTiming = ({ timing }: CampaignRow): boolean =>
  Object.entries(timingDefault).every(([name, usual]) => {
    const own = timing[name as keyof typeof timing] ?? null;
    // The zone says how a time is shown; it is the same moment on every clock.
    return (
      own === usual || (name === "timeZone" && timing.clock === "workspace") || name === "latenessMinutesMax"
    );
  });

export function toCampaignFields(notice: Notice, name: string): CampaignFields {
  const { time, isBestTime, channels, content } = notice;
  const scheduledAt = time.kind === "time_based" ? time.sendAt : null;
  return {
    name,
    description: "",
    channel: channels[0],
    category: "marketing",
    tone: null,
    scheduleType: isBestTime ? "best_time" : scheduledAt ? "scheduled" : "send_now",
    scheduledAt,
    timing: timingDefault,
    audience: notice.audience,
    contents: [content],
    ttlSeconds: notice.ttlSeconds,
    priority: notice.priority,
    couponBatchId: null,
    couponHoldoutPercent: 0,
    tracking: notice.tracking,
  };
}
