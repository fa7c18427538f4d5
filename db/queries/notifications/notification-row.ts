import type { Channel, MessageCategory } from "@/lib/domain/channels/channel";
import type { DeliveryStatus, RunKind, RunStatus, SkipReason } from "@/lib/domain/runs/run";

/** A notification with everything a list says of it; its status is derived. */
export type NotificationRow = {
  runId: string;
  contactId: string;
  runStatus: RunStatus;
  kind: RunKind;
  channel: Channel;
  category: MessageCategory;
  campaignId: string | null;
  campaignName: string | null;
  /** Set where an automation sent it: the campaign is its message. */
  automationId: string | null;
  externalId: string | null;
  firstName: string | null;
  lastName: string | null;
  skipReason: SkipReason | null;
  statuses: DeliveryStatus[] | null;
  attempts: number | null;
  code: string | null;
  createdAt: Date;
  readAt: Date | null;
  sentAt: Date | null;
  deliveredAt: Date | null;
};
