import type { Channel } from "@/lib/domain/channels/channel";

export const utmNames = ["source", "medium", "campaign", "term", "content"] as const;

export type Utm = Partial<Record<(typeof utmNames)[number], string>>;

/** What is noticed of a campaign's messages: that a push was shown, that a message was opened, that a link was followed. */
export type Tracking = { delivery: boolean; open: boolean; click: boolean; utm: Utm };

export const trackables = ["delivery", "open", "click"] as const satisfies (keyof Tracking)[];

/** What can be noticed on a channel at all. */
export const trackableOn: Record<Channel, readonly (typeof trackables)[number][]> = {
  app_push: ["click"],
  web_push: ["delivery", "click"],
  email: ["open", "click"],
  sms: ["click"],
  whatsapp: ["click"],
  telegram: ["click"],
  in_app: ["click"],
};

/** Everything, but for links in texts that are paid by length: a signed one is longer than most messages. */
export const trackingDefaults = (channel: Channel): Tracking => ({
  delivery: true,
  open: true,
  click: channel !== "sms" && channel !== "whatsapp",
  utm: {},
});

export const noTracking: Tracking = { delivery: false, open: false, click: false, utm: {} };

/** What a person did with a message. */
export const engagementKinds = ["shown", "opened", "clicked", "closed"] as const;

export type EngagementKind = (typeof engagementKinds)[number];
