import { expect, it } from "vitest";
import { clockTime, minutesOfClock } from "./clock-time";

it.each([
  [0, "00:00"],
  [61, "01:01"],
  [1_439, "23:59"],
  [1_440, "24:00"],
])("%i minutes of a day are %s on its clock, there and back", (minutes, clock) => {
  expect(clockTime(minutes)).toBe(clock);
  expect(minutesOfClock(clock)).toBe(minutes);
});

it.each(["", "9", "09:", ":30", "ab:cd"])("%j is no time yet", (text) => {
  expect(minutesOfClock(text)).toBeUndefined();
});
