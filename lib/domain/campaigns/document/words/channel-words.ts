import type { Channel } from "@/lib/domain/channels/channel";

const channelOfWord: Record<string, Channel> = {
  webpush: "web_push",
  web_push: "web_push",
  push: "app_push",
  app_push: "app_push",
  mobile_push: "app_push",
  email: "email",
  sms: "sms",
  whatsapp: "whatsapp",
  telegram: "telegram",
  in_app: "in_app",
};

/** What `channel_priority` may name. */
export const channelWords = Object.keys(channelOfWord);

export const toChannel = (word: string): Channel | undefined =>
  Object.hasOwn(channelOfWord, word) ? channelOfWord[word] : undefined;

export const toChannelWord = (channel: Channel): string => (channel === "web_push" ? "webpush" : channel);
