import { expect, it } from "vitest";
import { isTimeZone, parseTimeZone } from "./time-zone";

it("knows IANA zones in any case, and gives the name in use", () => {
  expect(parseTimeZone("Europe/Istanbul")).toBe("Europe/Istanbul");
  expect(parseTimeZone("europe/istanbul")).toBe("Europe/Istanbul");
  expect(parseTimeZone("UTC")).toBe("UTC");
});

it.each(["Mars/Olympus", "", "+03:00", "-05", "Europe/Istanbul ", "not a zone"])(
  "takes no %j for a zone",
  (name) => {
    expect(isTimeZone(name)).toBe(false);
    expect(isTimeZone(name)).toBe(false);
  },
);
