import type { Channel } from "@/lib/domain/channels/channel";

/** A person, what they do, and which messages must come of it; times are minutes after the first moment. */
export type Scenario = {
  person: {
    /** IANA. */
    timeZone: string;
    birthDate: string | null;
    /** The last days of an unused coupon and of a membership, on the person's clock. */
    couponEndsOn?: string | null | undefined;
    membershipEndsOn?: string | null | undefined;
    /** Fields and attributes, as audience filters name them. */
    traits: Record<string, string | number | boolean>;
    /** Channels on which the person can be reached. */
    channels: Channel[];
    refusedChannels: Channel[];
  };
  /** The first moment, in ISO 8601. */
  startsAt: string;
  events: { atMinutes: number; name: string; properties: Record<string, unknown> }[];
  expected: { atMinutes: number; stepId: string }[];
};

export const scenarioEventsMax = 100;
export const scenarioDaysMax = 366;
