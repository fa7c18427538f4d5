import type { AudienceFilter } from "@/lib/domain/audience/audience-filter";
import type { Trigger } from "@/lib/domain/automations/definition";
import type { Channel } from "@/lib/domain/channels/channel";
import type { Content } from "@/lib/domain/content/content";
import type { Tracking, Utm } from "@/lib/domain/events/tracking/tracking";

type Scalar = string | number | boolean;

/** Optional where a document may leave it out. */
type Partly<T> = { [Key in keyof T]?: T[Key] | undefined };

export type DocumentTargeting = Partly<{ country: string; last_activity: string; purchase_history: string }>;

export type DocumentSchedule = {
  type: "time_based" | "trigger_based";
  trigger_type?: string | undefined;
  trigger_conditions?: Record<string, Scalar> | undefined;
  send_at?: string | undefined;
};

export type DocumentTracking = Partly<{
  enable_delivery_tracking: boolean;
  enable_open_tracking: boolean;
  enable_click_tracking: boolean;
  utm_params: Partly<Utm>;
}>;

export type DocumentAction = { type: "button"; title: string; action: string };

export type DocumentData = Record<string, unknown> & {
  deep_link?: string | undefined;
  variables?: Record<string, Scalar> | undefined;
};

export type DocumentPerson = {
  user_id: string;
  profile?: Record<string, string | number | boolean | null | string[]> | undefined;
};

export type DocumentStrategy = Partly<{ channel_priority: string[]; optimal_time: "user_preference" }>;

/** The notification document as other systems write it, key by key: one message, to whom and when. */
export type NotificationDocument = { title: string; body: string } & Partly<{
  id: string;
  icon: string;
  image: string;
  badge: string;
  data: DocumentData;
  segments: string[];
  targeting_rules: DocumentTargeting;
  actions: DocumentAction[];
  schedule: DocumentSchedule;
  tracking: DocumentTracking;
  ab_test_group: string;
  variant_id: string;
  priority: "normal" | "high";
  ttl: number;
  require_interaction: boolean;
  webhooks: Partly<{ delivery: string; click: string; conversion: string }>;
  cep_strategy: DocumentStrategy;
  cdp_data: DocumentPerson;
  created_at: string;
}>;

/** Whom `cdp_data` was about and what it named: the values are the contact's own, and go with it. */
export type KeptPerson = { contact_id: string; profile: string[] | null };

/** A document as it is kept: everything but what it says of a person. */
export type KeptDocument = Omit<NotificationDocument, "cdp_data"> & { cdp_data?: KeptPerson | undefined };

export type DocumentTime =
  | { kind: "time_based"; sendAt: Date | null }
  | { kind: "trigger_based"; trigger: Trigger; startsAt: string | null };

/** What a document says, in our own words; the same can be read off a campaign and off an automation. */
export type Notice = {
  content: Content;
  audience: AudienceFilter;
  time: DocumentTime;
  /** In the order in which they are tried; a campaign has the first. */
  channels: [Channel, ...Channel[]];
  isBestTime: boolean;
  tracking: Tracking | null;
  priority: "normal" | "high";
  ttlSeconds: number | null;
};

export const segmentsMax = 50;
