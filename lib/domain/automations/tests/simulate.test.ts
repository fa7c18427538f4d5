import { describe, expect, it } from "vitest";
import { define, say, wait } from "@/db/testing/automation-journey";
import type { Definition } from "../definition";
import type { Scenario } from "./scenario";
import { simulate } from "./simulate";

const scenario = (more: Partial<Scenario> = {}): Scenario => ({
  person: {
    timeZone: "Europe/Istanbul",
    birthDate: null,
    traits: {},
    channels: ["app_push"],
    refusedChannels: [],
  },
  startsAt: "2026-03-02T10:00:00Z",
  events: [],
  expected: [],
  ...more,
});

const hour = 60;
const day = 24 * hour;

describe("a time-travel test", () => {
  const minutes = (definition: Partial<Definition>, given: Partial<Scenario>) =>
    simulate(define(definition), scenario(given), () => true).messages.map(({ atMinutes }) => atMinutes);

  const cart = (atMinutes: number, items: object[] = [{ name: "Phone" }]) => ({
    atMinutes,
    name: "cart_updated",
    properties: { cart_id: "c-1", items },
  });

  it("waits anew with each touch of a cart, and stops at an order", () => {
    const steps = [say("First"), wait(day), say("Last")];
    expect(minutes({ steps }, { events: [cart(0), cart(50)] })).toEqual([110, 110 + day]);
    const order = { atMinutes: 200, name: "order_completed", properties: { order_id: "1" } };
    expect(minutes({ steps }, { events: [cart(0), cart(50), order] })).toEqual([110]);
  });

  it("keeps birthdays on the person's clock", () => {
    const trigger = { kind: "birthday", at: "09:00", leapDay: "feb_28" } as const;
    const person = { ...scenario().person, birthDate: "1990-03-05" };
    // 09:00 in Istanbul is 06:00 UTC, and the test begins three days before at 10:00 UTC.
    expect(minutes({ trigger }, { person })).toEqual([3 * day - 4 * hour]);
  });

  it("notices an absence when it has lasted, and not before the next activity again", () => {
    const trigger = { kind: "inactive", days: 30 } as const;
    const events = [{ atMinutes: 10 * day, name: "visited", properties: {} }];
    expect(minutes({ trigger }, { events })).toEqual([40 * day]);
  });

  it("lets in again as often as the re-entry allows", () => {
    const trigger: Definition["trigger"] = { kind: "event", event: "visited", where: [] };
    const events = [0, hour, 2 * day].map((atMinutes) => ({ atMinutes, name: "visited", properties: {} }));
    expect(minutes({ trigger, reentry: { kind: "once" } }, { events })).toEqual([0]);
    expect(minutes({ trigger, reentry: { kind: "after", days: 1 } }, { events })).toEqual([0, 2 * day]);
    expect(minutes({ trigger, reentry: { kind: "always" } }, { events })).toEqual([0, hour, 2 * day]);
  });

  it("ends, whatever it is given", () => {
    const trigger: Definition["trigger"] = { kind: "event", event: "visited", where: [] };
    const events = Array.from({ length: 100 }, (_, n) => ({ atMinutes: n, name: "visited", properties: {} }));
    const steps = Array.from({ length: 50 }, () => say("Again"));
    expect(minutes({ trigger, reentry: { kind: "always" }, steps }, { events })).toHaveLength(5_000);
  });
});
