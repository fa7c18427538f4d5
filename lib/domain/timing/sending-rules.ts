import type { Channel, MessageCategory } from "@/lib/domain/channels/channel";
import type { FrequencyCap } from "./frequency-cap";
import { everyDay, type SendingWindow } from "./sending-window";

/** What holds for every message of a workspace that is not transactional. */
export type SendingRules = {
  /** By channel, on the recipient's clock; a channel that is not named may be used at any hour. */
  windows: Partial<Record<Channel, SendingWindow>>;
  /** Of whom no zone is known: the window counts on the workspace's clock, or they are left out. */
  unknownZone: "workspace" | "skip";
  /** Over how many minutes those are spread who waited for a window to open. */
  spreadMinutes: number;
  caps: FrequencyCap[];
};

export const daytimeHours = { from: "09:00", to: "21:00" };

export const daytime: SendingWindow = everyDay(daytimeHours.from, daytimeHours.to);

const spreadMinutesDefault = 30;
export const spreadMinutesMax = 180;
export const capsMax = 10;

/** What rings in the night waits for the morning; letters and the inbox wake nobody. */
export const sendingRulesOfNewWorkspace: SendingRules = {
  windows: { sms: daytime, whatsapp: daytime },
  unknownZone: "workspace",
  spreadMinutes: spreadMinutesDefault,
  caps: [],
};

export const windowFor = (
  { windows }: SendingRules,
  channel: Channel,
  category: MessageCategory,
): SendingWindow | null => (category === "transactional" ? null : (windows[channel] ?? null));
