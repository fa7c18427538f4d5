import type { ShownMessage } from "./api";

export type Device = { key: string; messages: [ShownMessage, ...ShownMessage[]] };

/** What each device shows, the device with the newest message first. */
export function groupByDevice(messages: readonly ShownMessage[]): Device[] {
  const devices = new Map<string, Device>();
  for (const message of messages) {
    const key = `${message.channel} ${message.to}`;
    const known = devices.get(key);
    if (known) known.messages.push(message);
    else devices.set(key, { key, messages: [message] });
  }
  return [...devices.values()];
}

const platformWords = ["ios", "android", "web"] as const;

/** The platform that a sandbox token tells by a word in it. */
export function platformOf(to: string): (typeof platformWords)[number] | undefined {
  return platformWords.find((word) => new RegExp(`(^|[^a-z])${word}([^a-z]|$)`).test(to));
}

const tokenCharsShown = 16;

/** Tokens are long and alike at their ends that matter least: the device's own part, cut. */
export function shortAddress({ channel, to }: Pick<ShownMessage, "channel" | "to">): string {
  if (channel === "app_push") return cut(to.split(":")[0] ?? to);
  if (channel === "web_push") return cut(to.split(".")[1] ?? to);
  return to;
}

const cut = (text: string): string =>
  text.length <= tokenCharsShown ? text : `…${text.slice(-tokenCharsShown)}`;
