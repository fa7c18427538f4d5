import { describe, expect, it } from "vitest";
import { type CampaignTiming, timingDefault } from "@/lib/domain/timing/campaign-timing";
import { everyDay } from "@/lib/domain/timing/sending-window";
import { findScheduleProblem, type ScheduleDraft } from "./campaign-draft";

const now = Date.parse("2026-11-28T12:00:00Z");
const past = new Date("2026-11-28T10:00:00Z");
const later = new Date("2026-11-30T10:00:00Z");
const recurrence: CampaignTiming["recurrence"] = {
  rrule: "FREQ=DAILY",
  start: { date: "2026-11-01", time: "10:00" },
  exceptDates: [],
  overlap: "skip",
  missed: "one",
};

const problemOf = (draft: Partial<ScheduleDraft>, timing: Partial<CampaignTiming> = {}) =>
  findScheduleProblem(
    { scheduleType: "send_now", scheduledAt: null, ...draft, timing: { ...timingDefault, ...timing } },
    now,
  );

describe("what keeps a schedule from being one", () => {
  it("is a time that is missing or past, where one is asked for", () => {
    expect(problemOf({ scheduleType: "scheduled" })).toBe("missing_date");
    expect(problemOf({ scheduleType: "scheduled", scheduledAt: past })).toBe("past_date");
    expect(problemOf({ scheduleType: "best_time", scheduledAt: past })).toBe("past_date");
    expect(problemOf({ scheduleType: "best_time" })).toBeUndefined();
    expect(problemOf({ scheduleType: "scheduled", scheduledAt: later })).toBeUndefined();
    expect(problemOf({})).toBeUndefined();
  });

  it("is a series without a rule, a date or a time; the date it was last due does not matter", () => {
    const series = { scheduleType: "recurring", scheduledAt: past } as const;
    expect(problemOf(series, { recurrence })).toBeUndefined();
    expect(problemOf(series)).toBe("unfinished_series");
    expect(problemOf(series, { recurrence: { ...recurrence, rrule: "FREQ=SOMETIMES" } })).toBe(
      "unfinished_series",
    );
    for (const start of [
      { date: "", time: "10:00" },
      { date: "2026-12-01", time: "" },
    ])
      expect(problemOf(series, { recurrence: { ...recurrence, start } })).toBe("unfinished_series");
  });

  it("is an end before the beginning, and hours without a time", () => {
    expect(problemOf({}, { expiresAt: past.toISOString() })).toBe("ends_early");
    expect(problemOf({}, { expiresAt: later.toISOString() })).toBeUndefined();
    const scheduled = { scheduleType: "scheduled", scheduledAt: later } as const;
    expect(problemOf(scheduled, { expiresAt: later.toISOString() })).toBe("ends_early");
    expect(problemOf({}, { sendingWindow: everyDay("09:00", "") })).toBe("unfinished_hours");
  });
});
