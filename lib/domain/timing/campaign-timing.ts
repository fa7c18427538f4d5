import type { Recurrence } from "./recurrence/occurrences";
import type { PastZonePolicy } from "./resolve-send-time";
import type { SendingWindow } from "./sending-window";

/** When an occurrence is due while the one before it is still being sent. */
export const overlapPolicies = ["skip", "queue"] as const;

/** What becomes of occurrences that nobody was there to send: the last one is made up for, or none. */
export const missedPolicies = ["one", "none"] as const;

export const exceptDatesMax = 100;

export type CampaignRecurrence = Recurrence & {
  overlap: (typeof overlapPolicies)[number];
  missed: (typeof missedPolicies)[number];
};

/** How a campaign's time is meant, beside the time itself. */
export type CampaignTiming = {
  /** Whose clock the planned time is read from. */
  clock: "workspace" | "recipient";
  /** IANA; null is the workspace's. Which clock a time was chosen on, and recurrences are counted on. */
  timeZone: string | null;
  whenPast: PastZonePolicy;
  /** `workspace`: its sending rules. `any`: at any hour. */
  sendingWindow: "workspace" | "any" | SendingWindow;
  recurrence: CampaignRecurrence | null;
  /** At most so many messages a minute. */
  throttlePerMinute: number | null;
  /** ISO; whoever was not reached by then is left out. */
  expiresAt: string | null;
  /** Later than this after its time it is held, and a person decides. */
  latenessMinutesMax: number;
};

const latenessMinutesDefault = 60;

export const timingDefault: CampaignTiming = {
  clock: "workspace",
  timeZone: null,
  whenPast: "next_day",
  sendingWindow: "workspace",
  recurrence: null,
  throttlePerMinute: null,
  expiresAt: null,
  latenessMinutesMax: latenessMinutesDefault,
};
