import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario, signInMember } from "@/db/testing/scenario";
import { campaignTiming, campaignTimingInput } from "@/lib/contracts/timing";
import { call } from "@/lib/platform/testing/call";
import { POST as listOccurrences } from "./occurrences/route";

describe("the next dates of a recurrence over HTTP", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql, { timeZone: "Europe/Istanbul" });
  });

  const weekly = { rrule: "FREQ=WEEKLY;BYDAY=MO,TH", start: { date: "2026-11-30", time: "10:00" } };
  const ask = (body: object, who: string | Record<string, string> = mine.apiKey) =>
    call(listOccurrences, who, { body });
  const after = "2026-11-30T12:00:00Z";

  it("are five, on the workspace's clock unless another is named", async () => {
    const here = await ask({ recurrence: weekly, after });
    expect(here.status, here.text).toBe(200);
    expect(here.body.occurrences).toHaveLength(5);
    expect(here.body.occurrences).toMatchObject([
      { at: "2026-12-03T07:00:00.000Z", wall: { date: "2026-12-03", time: "10:00" }, clock_change: null },
      { at: "2026-12-07T07:00:00.000Z" },
      {},
      {},
      {},
    ]);
    const there = await ask({ recurrence: weekly, after, time_zone: "America/New_York", count: 1 });
    expect(there.body.occurrences).toMatchObject([{ at: "2026-11-30T15:00:00.000Z" }]);
  });

  it("say where the clock skips the time or shows it twice", async () => {
    const daily = (date: string, time: string) => ({ rrule: "FREQ=DAILY;COUNT=1", start: { date, time } });
    const ofNewYork = (recurrence: object) =>
      ask({ recurrence, time_zone: "America/New_York", after: "2027-01-01T00:00:00Z" });
    expect((await ofNewYork(daily("2027-03-14", "02:30"))).body.occurrences).toMatchObject([
      {
        wall: { date: "2027-03-14", time: "02:30" },
        at: "2027-03-14T07:30:00.000Z",
        clock_change: "skipped",
      },
    ]);
    expect((await ofNewYork(daily("2027-11-07", "01:30"))).body.occurrences).toMatchObject([
      { at: "2027-11-07T05:30:00.000Z", clock_change: "twice" },
    ]);
  });

  it("leave out the dates that are excepted, and are none when the series is over", async () => {
    const excepted = { ...weekly, except_dates: ["2026-12-03"] };
    const next = await ask({ recurrence: excepted, after, count: 1 });
    expect(next.body.occurrences).toMatchObject([{ wall: { date: "2026-12-07" } }]);
    const over = { ...weekly, rrule: "FREQ=WEEKLY;COUNT=1" };
    expect((await ask({ recurrence: over, after })).body.occurrences).toEqual([]);
  });

  it.each([
    ["FREQ=HOURLY", "FREQ"],
    ["FREQ=DAILY;BYHOUR=9", "BYHOUR"],
    ["FREQ=WEEKLY;BYDAY=2MO", "BYDAY"],
    ["FREQ=DAILY;COUNT=2;UNTIL=20270101", "UNTIL"],
    ["", "FREQ"],
  ])("refuses %j and names the part %s", async (rrule, part) => {
    const { status, body } = await ask({ recurrence: { ...weekly, rrule } });
    expect(status).toBe(400);
    expect(body.errors).toEqual([
      { pointer: "recurrence.rrule", code: "invalid_rrule", detail: expect.stringMatching(`^${part} `) },
    ]);
  });

  it.each([
    [{}, "recurrence"],
    [{ recurrence: { ...weekly, start: { date: "2026-02-31", time: "10:00" } } }, "recurrence.start.date"],
    [{ recurrence: { ...weekly, start: { date: "2026-11-30", time: "24:00" } } }, "recurrence.start.time"],
    [{ recurrence: { ...weekly, start: { date: "1999-12-31", time: "10:00" } } }, "recurrence.start.date"],
    [{ recurrence: { ...weekly, except_dates: ["christmas"] } }, "recurrence.except_dates.0"],
    [{ recurrence: weekly, time_zone: "Mars/Olympus" }, "time_zone"],
    [{ recurrence: weekly, count: 51 }, "count"],
    [{ recurrence: weekly, after: "tomorrow" }, "after"],
  ])("refuses %j and names the field", async (wrong, pointer) => {
    const { status, body } = await ask(wrong);
    expect(status).toBe(400);
    const pointers = (body.errors as { pointer: string }[]).map((error) => error.pointer);
    expect([...new Set(pointers)]).toEqual([pointer]);
  });

  it("of a series that was stored with an earlier first date can still be read, not asked for again", () => {
    const recurrence = {
      ...weekly,
      start: { date: "1999-12-31", time: "10:00" },
      except_dates: [],
      overlap: "skip",
      missed: "one",
    };
    const stored = {
      clock: "workspace" as const,
      time_zone: null,
      when_past: "now" as const,
      sending_window: "any",
      recurrence,
      throttle_per_minute: null,
      expires_at: null,
      lateness_minutes_max: 60,
    };
    expect(campaignTiming.safeParse(stored).success).toBe(true);
    expect(campaignTimingInput.safeParse({ recurrence }).success).toBe(false);
  });

  it("may be looked at by whoever may see campaigns, and by no stranger", async () => {
    const viewer = await signInMember(database.sql, mine, "viewer");
    expect((await ask({ recurrence: weekly }, viewer)).status).toBe(200);
    expect((await ask({ recurrence: weekly }, {})).status).toBe(401);
  });
});
