import { describe, expect, it } from "vitest";
import { consentWordOf, wordProblemOf } from "./consent-word";

const now = new Date(2026, 10, 28, 15, 30);

describe("a consent that is written down by hand", () => {
  const said = { channel: "sms", category: "marketing", status: "denied" } as const;

  it("is of this moment when it was said today, and of the whole day before that", () => {
    expect(consentWordOf({ ...said, day: "2026-11-28" }, now)).toEqual({
      ...said,
      source: "dashboard",
      occurredAt: now,
    });
    expect(consentWordOf({ ...said, day: "2026-11-27" }, now).occurredAt).toEqual(
      new Date(2026, 10, 27, 23, 59, 59),
    );
  });

  it("is refused when it could not count", () => {
    expect(wordProblemOf("", undefined, now)).toBe("missing");
    expect(wordProblemOf("2026-11-29", undefined, now)).toBe("future");
    expect(wordProblemOf("2026-11-01", new Date(2026, 10, 2), now)).toBe("older");
    expect(wordProblemOf("2026-11-02", new Date(2026, 10, 2), now)).toBeUndefined();
  });
});
