import { describe, expect, it } from "vitest";
import { findTickAfter, latestTick, parseCron } from "./cron-expression";

describe("cron expressions", () => {
  it("keeps local time over a change of the clocks, in the zone it names", () => {
    const expression = "TZ=Europe/Berlin 0 9 * * *";
    expect(findTickAfter(expression, new Date("2026-03-28T12:00:00Z"))).toEqual(
      new Date("2026-03-29T07:00:00Z"),
    );
    expect(findTickAfter(expression, new Date("2026-10-24T12:00:00Z"))).toEqual(
      new Date("2026-10-25T08:00:00Z"),
    );
    expect(findTickAfter("0 9 * * *", new Date("2026-03-28T12:00:00Z"))).toEqual(
      new Date("2026-03-29T09:00:00Z"),
    );
  });

  it("takes five fields or a nickname and nothing else", () => {
    const good = ["*/5 * * * *", "@daily", "@hourly", "CRON_TZ=Asia/Kathmandu 15 6 1 * *"];
    const bad = ["* * * * * *", "61 * * * *", "TZ=Nowhere/City 0 9 * * *", "soon", ""];
    expect([...good, ...bad].filter((expression) => parseCron(expression))).toEqual(good);
  });

  it("of missed ticks gives the newest, and the due one when none was missed", () => {
    const due = new Date("2026-11-20T09:00:00Z");
    expect(latestTick("0 * * * *", due, new Date("2026-11-20T17:30:00Z"))).toEqual(
      new Date("2026-11-20T17:00:00Z"),
    );
    expect(latestTick("0 * * * *", due, new Date("2026-11-20T09:00:00.2Z"))).toEqual(due);
  });
});
