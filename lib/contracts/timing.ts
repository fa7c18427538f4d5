import { z } from "zod";
import { channels, messageCategories } from "@/lib/domain/channels/channel";
import { exceptDatesMax, missedPolicies, overlapPolicies } from "@/lib/domain/timing/campaign-timing";
import { capUnits } from "@/lib/domain/timing/frequency-cap";
import { findRuleProblem, occurrencesDefault, occurrencesMax } from "@/lib/domain/timing/recurrence/rule";
import { pastZonePolicies } from "@/lib/domain/timing/resolve-send-time";
import { capsMax, spreadMinutesMax } from "@/lib/domain/timing/sending-rules";
import { isAlwaysClosed } from "@/lib/domain/timing/sending-window";
import { defineContract } from "@/lib/platform/http/contract";
import { wireDay, wireInstant, wireMoment } from "./wire/instants";
import { timeZone } from "./wire/places";
import { wireObject } from "./wire/wire-object";

export const clockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "A time of day such as 09:00")
  .meta({ example: "09:00" });

const daySpan = wireObject({ from: clockTime, to: clockTime })
  .nullable()
  .meta({ description: "An end at or before the start is on the next day; null: closed." });

const sendingWindow = wireObject({
  mon: daySpan,
  tue: daySpan,
  wed: daySpan,
  thu: daySpan,
  fri: daySpan,
  sat: daySpan,
  sun: daySpan,
})
  .refine((window) => !isAlwaysClosed(window), "At least one day must be open")
  .meta({ id: "SendingWindow", description: "When people may be written to, on their own clock." });

const rrule = z
  .string()
  .max(500)
  .check(({ value, issues }) => {
    const problem = findRuleProblem(value);
    if (!problem) return;
    const { code, part } = problem;
    const message = `${part} is missing, unknown or not usable here. A rule is such as FREQ=WEEKLY;BYDAY=MO,TH.`;
    issues.push({ code: "custom", input: value, message, params: { code, part } });
  })
  .meta({
    description: "RFC 5545, days to years; the time of day is in `start`. A wrong part is named.",
    example: "FREQ=WEEKLY;BYDAY=MO",
  });

const wallTime = wireObject({ date: wireDay, time: clockTime });

const datesShape = {
  rrule,
  start: wallTime.meta({
    description: "The first date and the time of day, on the clock of `time_zone`; from 2000 on.",
  }),
  exceptDates: z.array(wireDay).max(exceptDatesMax).default([]),
};

/** Of what comes in: dates are counted from it, and a walk of centuries would hold everything else up. */
const isRecent = ({ start }: { start: { date: string } }): boolean => start.date >= "2000-01-01";

const tooEarly = { path: ["start", "date"], error: "A first date from 2000-01-01 on" };

const recurrence = wireObject({
  ...datesShape,
  overlap: z.enum(overlapPolicies).default("skip").meta({
    description: "When one is due while the last is still being sent.",
  }),
  missed: z.enum(missedPolicies).default("one").meta({
    description: "After a standstill the last missed one is made up for, or none.",
  }),
});

const ofExpiry = { description: "Whoever was not reached by then is left out." };

const timingShape = {
  clock: z.enum(["workspace", "recipient"]).meta({
    description: "Whose clock the planned time is read from: `recipient` sends in waves, zone by zone.",
  }),
  timeZone: timeZone
    .nullable()
    .meta({ description: "The clock the time was chosen on; null: the workspace's." }),
  whenPast: z
    .enum(pastZonePolicies)
    .meta({ description: "For zones that have left the planned time behind." }),
  sendingWindow: z.union([z.enum(["workspace", "any"]), sendingWindow]).meta({
    description:
      "`workspace`: its sending rules; `any`: at any hour. Transactional messages are never held back.",
  }),
  recurrence: recurrence.nullable(),
  throttlePerMinute: z.number().int().min(1).max(1_000_000).nullable(),
  expiresAt: z.iso.datetime({ offset: true }).nullable().meta(ofExpiry),
  latenessMinutesMax: z.number().int().min(1).max(10_080).meta({
    description: "Later than this after its time the campaign is held until a person resumes it.",
  }),
};

export const campaignTiming = wireObject(timingShape).meta({ id: "CampaignTiming" });

/** Only what is given is changed. */
export const campaignTimingInput = wireObject({
  clock: timingShape.clock.optional(),
  timeZone: timingShape.timeZone.optional(),
  whenPast: timingShape.whenPast.optional(),
  sendingWindow: timingShape.sendingWindow.optional(),
  recurrence: recurrence.refine(isRecent, tooEarly).nullable().optional(),
  throttlePerMinute: timingShape.throttlePerMinute.optional(),
  expiresAt: wireMoment.nullable().meta(ofExpiry).optional(),
  latenessMinutesMax: timingShape.latenessMinutesMax.optional(),
});

const frequencyCap = wireObject({
  id: z.string().min(1).max(60),
  limit: z.number().int().min(1).max(1_000),
  period: z.union([
    wireObject({ kind: z.literal("rolling"), hours: z.number().int().min(1).max(744) }),
    wireObject({ kind: z.literal("calendar"), unit: z.enum(capUnits) }),
  ]),
  channels: z.array(z.enum(channels)).min(1).nullable().meta({ description: "Null: all together." }),
  categories: z.array(z.enum(messageCategories)).min(1),
  whenFull: z.enum(["skip", "defer"]),
}).meta({ id: "FrequencyCap", description: "At most `limit` messages to a person in a period." });

const sendingRulesShape = {
  windows: z.partialRecord(z.enum(channels), sendingWindow).meta({
    description: "By channel; one that is not named may be used at any hour.",
  }),
  unknownZone: z.enum(["workspace", "skip"]).meta({
    description: "Of whom no zone is known: the workspace's clock counts, or they are left out.",
  }),
  spreadMinutes: z.number().int().min(0).max(spreadMinutesMax).meta({
    description: "Over how long those are spread who waited for a window to open.",
  }),
  caps: z
    .array(frequencyCap)
    .max(capsMax)
    .refine((caps) => new Set(caps.map(({ id }) => id)).size === caps.length, "Each cap has its own id"),
};

export const sendingRules = wireObject(sendingRulesShape).meta({ id: "SendingRules" });

/** Only what is given is changed. */
export const sendingRulesInput = wireObject({
  windows: sendingRulesShape.windows.optional(),
  unknownZone: sendingRulesShape.unknownZone.optional(),
  spreadMinutes: sendingRulesShape.spreadMinutes.optional(),
  caps: sendingRulesShape.caps.optional(),
});

const occurrence = wireObject({
  at: wireInstant,
  wall: wallTime.meta({ description: "What the zone's clock was to show." }),
  clockChange: z.enum(["skipped", "twice"]).nullable().meta({
    description: "The clock skips that time, or shows it twice and the first counts.",
  }),
});

export const listOccurrencesContract = defineContract({
  method: "POST",
  path: "/api/v1/timing/occurrences",
  tag: "Timing",
  summary: "List the next dates of a recurrence",
  description: "As a series of campaigns would have them. Nothing is stored.",
  access: { permission: "campaigns.read" },
  body: wireObject({
    recurrence: wireObject(datesShape).refine(isRecent, tooEarly),
    timeZone: timeZone.nullable().optional().meta({ description: "Absent: the workspace's." }),
    after: wireInstant.optional().meta({ description: "Absent: now." }),
    count: z.number().int().min(1).max(occurrencesMax).default(occurrencesDefault),
  }),
  status: 200,
  response: wireObject({ occurrences: z.array(occurrence) }),
});
