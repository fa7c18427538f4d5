import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { define, say, wait } from "@/db/testing/automation-journey";
import type { Definition } from "../definition";
import type { Scenario } from "./scenario";
import { Share } from "./share";
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
  const minutes = async (definition: Partial<Definition>, given: Partial<Scenario>) => {
    const { messages } = await simulate(define(definition), scenario(given), () => true);
    return messages.map(({ atMinutes }) => atMinutes);
  };

  const cart = (atMinutes: number, items: object[] = [{ name: "Phone" }]) => ({
    atMinutes,
    name: "cart_updated",
    properties: { cart_id: "c-1", items },
  });

  it("comes back with a cart that is filled again after it was emptied", async () => {
    const events = [cart(0), cart(10, []), cart(30)];
    expect(await minutes({ steps: [say("First")] }, { events })).toEqual([90]);
  });

  it("ends where the calendar brings somebody who may not come in", async () => {
    const triggers: Definition["trigger"][] = [
      { kind: "inactive", days: 30 },
      { kind: "birthday", at: "09:00", leapDay: "feb_28" },
    ];
    const person = { ...scenario().person, birthDate: "1990-06-01" };
    for (const trigger of triggers)
      expect(await simulate(define({ trigger }), scenario({ person }), () => false)).toEqual({
        messages: [],
        timeline: [],
        isTooLong: false,
      });
  });

  it("waits anew with each touch of a cart, and stops at an order", async () => {
    const steps = [say("First"), wait(day), say("Last")];
    expect(await minutes({ steps }, { events: [cart(0), cart(50)] })).toEqual([110, 110 + day]);
    const order = { atMinutes: 200, name: "order_completed", properties: { order_id: "1" } };
    expect(await minutes({ steps }, { events: [cart(0), cart(50), order] })).toEqual([110]);
  });

  it("keeps birthdays on the person's clock", async () => {
    const trigger = { kind: "birthday", at: "09:00", leapDay: "feb_28" } as const;
    const person = { ...scenario().person, birthDate: "1990-03-05" };
    // 09:00 in Istanbul is 06:00 UTC, and the test begins three days before at 10:00 UTC.
    expect(await minutes({ trigger }, { person })).toEqual([3 * day - 4 * hour]);
  });

  it("notices an absence when it has lasted, and not before the next activity again", async () => {
    const trigger = { kind: "inactive", days: 30 } as const;
    const events = [{ atMinutes: 10 * day, name: "visited", properties: {} }];
    expect(await minutes({ trigger }, { events })).toEqual([40 * day]);
  });

  it("reminds so many days before a coupon or a membership ends, on the person's clock", async () => {
    const person = { ...scenario().person, couponEndsOn: "2026-03-10", membershipEndsOn: "2026-03-20" };
    // The last day ends at 21:00 UTC; the test begins on 2 March at 10:00 UTC.
    const coupon = { kind: "coupon_expiring", days: 3 } as const;
    expect(await minutes({ trigger: coupon }, { person })).toEqual([5 * day + 11 * hour]);
    const membership = { kind: "membership_expiring", days: 7 } as const;
    expect(await minutes({ trigger: membership }, { person })).toEqual([11 * day + 11 * hour]);
    expect(await minutes({ trigger: coupon }, {})).toEqual([]);
    expect(await minutes({ trigger: { ...coupon, days: 30 } }, { person })).toEqual([]);
  });

  it("lets in again as often as the re-entry allows", async () => {
    const trigger: Definition["trigger"] = { kind: "event", event: "visited", where: [] };
    const events = [0, hour, 2 * day].map((atMinutes) => ({ atMinutes, name: "visited", properties: {} }));
    expect(await minutes({ trigger, reentry: { kind: "once" } }, { events })).toEqual([0]);
    expect(await minutes({ trigger, reentry: { kind: "after", days: 1 } }, { events })).toEqual([0, 2 * day]);
    expect(await minutes({ trigger, reentry: { kind: "always" } }, { events })).toEqual([0, hour, 2 * day]);
  });

  it("ends, whatever it is given", async () => {
    const trigger: Definition["trigger"] = { kind: "event", event: "visited", where: [] };
    const events = Array.from({ length: 100 }, (_, n) => ({ atMinutes: n, name: "visited", properties: {} }));
    const steps = Array.from({ length: 50 }, () => say("Again"));
    expect(await minutes({ trigger, reentry: { kind: "always" }, steps }, { events })).toHaveLength(5_000);
  });

  const heavy = (): [Definition, Scenario] => {
    const items = Array.from({ length: 100 }, (_, n) => ({ name: `Phone ${n}`, category: "phones" }));
    const where = Array.from({ length: 10 }, () => ({
      property: "items.name",
      operator: "not_equals" as const,
      value: "Nothing",
    }));
    const never = { property: "items.name", operator: "equals" as const, value: "Nothing" };
    const exit = { kind: "event" as const, event: "cart_updated", where: [...where.slice(1), never] };
    const exits = Array.from({ length: 10 }, () => ({ ...exit, where: [...exit.where] }));
    const steps = Array.from({ length: 25 }, () => [say("Again"), wait(1)]).flat();
    const events = Array.from({ length: 100 }, (_, n) => ({
      ...cart(0, items),
      properties: { cart_id: `c-${n}`, items },
    }));
    // All due at once: of those that wait only five stay.
    const trigger = { kind: "cart_abandoned", afterMinutes: 0, category: null } as const;
    return [define({ trigger, steps, exits }), scenario({ events })];
  };

  it("lets everybody else have their turn, and goes through what is long", async () => {
    let isOver = false;
    let longest = 0;
    const others = (async () => {
      for (let last = performance.now(); !isOver; last = performance.now()) {
        await setImmediate();
        longest = Math.max(longest, performance.now() - last);
      }
    })();
    const { messages, isTooLong } = await simulate(...heavy(), () => true, new Share(60_000));
    isOver = true;
    await others;
    expect(isTooLong).toBe(false);
    expect(messages).toHaveLength(2_500);
    expect(longest).toBeLessThan(500);
  });

  it("is given up, and says so, when it has had its share", async () => {
    const { isTooLong } = await simulate(...heavy(), () => true, new Share(1));
    expect(isTooLong).toBe(true);
  });
});
