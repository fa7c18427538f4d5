import { describe, expect, it } from "vitest";
import { type GatePerson, type GateRun, refuse } from "./gate";

const now = new Date("2026-11-20T12:00:00Z");
const run: GateRun = { expiresAt: null, category: "marketing", consentMode: "opt_out" };
const open = { id: "s", status: "active", isSuppressed: false };
const person: GatePerson = {
  isMerged: false,
  isDeleted: false,
  erasedAt: null,
  consent: null,
  subscriptions: [open],
};

const reasonOf = (changedRun: Partial<GateRun>, changedPerson: Partial<GatePerson> = {}) =>
  refuse({ ...run, ...changedRun }, { ...person, ...changedPerson }, now)?.reason;

describe("the gate", () => {
  it("lets a reachable person through", () => {
    expect(reasonOf({})).toBeUndefined();
  });

  it.each([
    ["expired", { expiresAt: new Date("2026-11-20T11:59:59Z") }, {}],
    ["merged", {}, { isMerged: true, isDeleted: true }],
    ["erased", {}, { isDeleted: true }],
    ["erased", {}, { erasedAt: now }],
    ["suppressed", {}, { subscriptions: [{ ...open, isSuppressed: true }] }],
    ["no_consent", {}, { consent: "denied" }],
    ["no_consent", { consentMode: "opt_in" }, {}],
    ["no_endpoint", {}, { subscriptions: [{ ...open, status: "gone" }] }],
    ["no_endpoint", {}, { subscriptions: null }],
  ] as const)("says %s", (reason, changedRun, changedPerson) => {
    expect(reasonOf(changedRun, changedPerson)).toBe(reason);
  });

  it("gives the first reason when several hold", () => {
    const everything = { isDeleted: true, consent: "denied", subscriptions: [] } as const;
    expect(reasonOf({ expiresAt: new Date(0) }, everything)).toBe("expired");
    expect(reasonOf({}, everything)).toBe("erased");
  });

  it("asks no marketing consent of a transactional message, but honours suppression", () => {
    expect(
      reasonOf({ category: "transactional", consentMode: "opt_in" }, { consent: "denied" }),
    ).toBeUndefined();
    expect(
      reasonOf({ category: "transactional" }, { subscriptions: [{ ...open, isSuppressed: true }] }),
    ).toBe("suppressed");
  });

  it("writes to the other endpoint when one is suppressed", () => {
    expect(reasonOf({}, { subscriptions: [{ ...open, isSuppressed: true }, open] })).toBeUndefined();
  });
});
