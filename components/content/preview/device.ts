import type { Channel } from "@/lib/domain/channels/channel";

const devices = [
  "ios",
  "android",
  "chrome",
  "email_desktop",
  "email_mobile",
  "email_text",
  "phone",
  "inbox",
] as const;

/** A surface that a message is drawn on. */
export type Device = (typeof devices)[number];

const devicesByChannel: Record<Channel, readonly [Device, ...Device[]]> = {
  app_push: ["ios", "android"],
  web_push: ["chrome", "android"],
  email: ["email_desktop", "email_mobile", "email_text"],
  sms: ["phone"],
  whatsapp: ["phone"],
  telegram: ["phone"],
  in_app: ["inbox"],
};

export const devicesOf = (channel: Channel): readonly [Device, ...Device[]] => devicesByChannel[channel];

/** Whether the device first shows a short form that opens. */
export const unfolds = (device: Device): boolean => device === "ios" || device === "android";
