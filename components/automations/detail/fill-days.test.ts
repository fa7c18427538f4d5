import { expect, test } from "vitest";
import { fillDays } from "./fill-days";

test("a chart of 30 days has 30 days, whatever happened on them", () => {
  const days = fillDays([{ day: "2026-02-27", entered: 3, completed: 1, exited: 0 }], "2026-03-01");
  expect(days).toHaveLength(30);
  expect(days[0]?.day).toBe("2026-01-31");
  expect(days.at(-1)).toEqual({ day: "2026-03-01", entered: 0, completed: 0, exited: 0 });
  expect(days.at(-3)).toMatchObject({ day: "2026-02-27", entered: 3 });
});
