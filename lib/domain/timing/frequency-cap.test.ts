import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CapEntry, capApplies, type FrequencyCap, findCapping, freeFrom } from "./frequency-cap";

const hour = 3_600_000;
const at = (text: string) => Date.parse(text);
const marketing = { channel: "sms", category: "marketing" } as const;
const entry = (text: string, runId = "run"): CapEntry => ({ at: at(text), runId, ...marketing });
const cap = (more: Partial<FrequencyCap>): FrequencyCap => ({
  id: "cap",
  limit: 1,
  period: { kind: "rolling", hours: 24 },
  channels: null,
  categories: ["marketing"],
  whenFull: "skip",
  ...more,
});

describe("a frequency cap", () => {
  it("never holds back what is transactional, and only what it names", () => {
    expect(capApplies(cap({ categories: ["marketing", "transactional"] }), "sms", "transactional")).toBe(
      false,
    );
    expect(capApplies(cap({ channels: ["email"] }), "sms", "marketing")).toBe(false);
    expect(capApplies(cap({ channels: ["sms"] }), "sms", "marketing")).toBe(true);
  });

  it("counts only what it is about", () => {
    const sent = [entry("2026-11-28T20:30:00Z")];
    const next = at("2026-11-28T21:30:00Z");
    expect(findCapping(cap({ channels: ["email"] }), sent, next, "UTC")).toBeUndefined();
    const receipt = [{ ...sent[0], category: "transactional" } as CapEntry];
    expect(findCapping(cap({}), receipt, next, "UTC")).toBeUndefined();
  });

  it("that rolls counts over midnight, where one by the calendar begins anew", () => {
    const sent = [entry("2026-11-28T20:30:00Z")];
    const next = at("2026-11-28T21:30:00Z");
    expect(findCapping(cap({}), sent, next, "Europe/Istanbul")).toEqual(sent);
    const daily = cap({ period: { kind: "calendar", unit: "day" } });
    expect(findCapping(daily, sent, next, "Europe/Istanbul")).toBeUndefined();
    expect(findCapping(daily, sent, next, "UTC")).toEqual(sent);
  });

  it("counts weeks from Monday and months by the person's calendar", () => {
    const weekly = cap({ period: { kind: "calendar", unit: "week" } });
    const sunday = [entry("2026-11-29T12:00:00Z")];
    expect(findCapping(weekly, sunday, at("2026-11-30T12:00:00Z"), "UTC")).toBeUndefined();
    expect(findCapping(weekly, sunday, at("2026-11-23T12:00:00Z"), "UTC")).toEqual(sunday);
    const monthly = cap({ period: { kind: "calendar", unit: "month" } });
    expect(freeFrom(monthly, sunday, at("2026-11-29T13:00:00Z"), "Europe/Istanbul")).toBe(
      at("2026-11-30T21:00:00Z"),
    );
  });

  it("leaves room for what is planned for later", () => {
    const planned = [entry("2026-11-28T18:00:00Z", "important")];
    expect(findCapping(cap({}), planned, at("2026-11-28T10:00:00Z"), "UTC")).toEqual(planned);
    expect(freeFrom(cap({}), planned, at("2026-11-28T10:00:00Z"), "UTC")).toBe(at("2026-11-29T18:00:00Z"));
  });

  it("is never passed by messages that go out when it says there is room", () => {
    const moments = fc.array(fc.integer({ min: 0, max: 14 * 24 }), { minLength: 1, maxLength: 12 });
    const limits = fc.integer({ min: 1, max: 3 });
    fc.assert(
      fc.property(moments, limits, fc.integer({ min: 1, max: 72 }), (hours, limit, length) => {
        const rolling = cap({ limit, period: { kind: "rolling", hours: length } });
        const sent: CapEntry[] = [];
        for (const wanted of hours)
          sent.push({
            at: freeFrom(rolling, sent, wanted * hour, "Europe/Berlin"),
            runId: "run",
            ...marketing,
          });
        return sent.every(
          (one) =>
            sent.filter((other) => other.at > one.at - length * hour && other.at <= one.at).length <= limit,
        );
      }),
    );
  });
});
