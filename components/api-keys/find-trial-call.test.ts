import { describe, expect, it } from "vitest";
import { findTrialCall } from "./find-trial-call";

describe("the call that a new key is tried with", () => {
  it.each([
    [["all"], "/api/v1/contacts"],
    [["read"], "/api/v1/contacts"],
    [["templates.write", "templates.read"], "/api/v1/templates"],
    [["audit.read"], "/api/v1/audit-log"],
    [["contacts.write", "notifications.send"], undefined],
  ])("of a key for %j is %s, which it may do", (scopes, path) => {
    expect(findTrialCall(scopes)).toBe(path);
  });
});
