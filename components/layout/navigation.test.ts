import { describe, expect, test } from "vitest";
import { creationsOf, findActiveItem, findPathOfId, navigationOf, sectionHref } from "./navigation";

describe("a pasted id", () => {
  test("leads to its own page", () => {
    expect(findPathOfId(" cmp_0193bfa2c4d17c0e ")).toBe("campaigns/cmp_0193bfa2c4d17c0e");
  });

  test("of a run of a workflow leads to that run", () => {
    expect(findPathOfId("wfr_0193bfa2c4d17c0e")).toBe("workflows/runs/wfr_0193bfa2c4d17c0e");
  });

  test.each(["cmp_", "xyz_0193bfa2c4d17c0e", "spring sale", "cmp_0193bfa2/../../settings"])(
    "that is not one of ours leads nowhere: %s",
    (text) => expect(findPathOfId(text)).toBeUndefined(),
  );
});

describe("the active section", () => {
  test("is the most specific one", () => {
    expect(findActiveItem("/acme/settings/members/x", "acme")?.id).toBe("members");
    expect(findActiveItem("/acme", "acme")?.id).toBe("home");
  });

  test("stays when the workspace changes, without the object that belongs to the old one", () => {
    expect(sectionHref("/acme/campaigns/cmp_1", "acme", "bolt")).toBe("/bolt/campaigns");
    expect(sectionHref("/acme/unknown", "acme", "bolt")).toBe("/bolt");
  });
});

test("a role is led to nothing that it may not open or create", () => {
  const idsOf = (items: readonly { id: string }[]) => items.map(({ id }) => id);
  const sections = (role: "viewer" | "admin") => idsOf(navigationOf(role).flatMap(({ items }) => items));
  expect(sections("viewer")).not.toContain("auditLog");
  expect(sections("viewer")).not.toContain("workflows");
  expect(sections("admin")).toContain("auditLog");
  expect(creationsOf("viewer")).toEqual([]);
  expect(idsOf(creationsOf("member"))).toEqual(["campaign", "contact", "template"]);
});
