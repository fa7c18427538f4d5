import { describe, expect, test } from "vitest";
import type { AudienceFilter } from "@/lib/domain/audience/audience-filter";
import { type AudienceNode, type GroupNode, isComplete, toFilter, toRoot } from "./audience-node";
import { addNode, moveNode, removeNode } from "./change-tree";

const named = (field: string): AudienceFilter => ({ field, operator: "is_set" });
const [a, b, c] = [named("city"), named("country"), named("kind")];

const idOf = (node: AudienceNode, field: string): string => {
  if (node.kind === "condition") return node.condition.field === field ? node.id : "";
  return node.children.map((child) => idOf(child, field)).find(Boolean) ?? "";
};

const moved = (root: GroupNode, field: string, direction: "up" | "down") =>
  toFilter(moveNode(root, idOf(root, field), direction));

describe("a filter shown in the builder", () => {
  test.each<AudienceFilter>([
    { and: [] },
    { and: [a, { or: [b, c] }] },
    { not: a },
    { not: { and: [a, b] } },
    { and: [{ not: { or: [a, b] } }, c] },
    { not: { not: { and: [a, b] } } },
  ])("comes back as it was: %j", (filter) => expect(toFilter(toRoot(filter))).toEqual(filter));

  test("loses groups that say nothing", () => {
    expect(toFilter(toRoot({ and: [a, { or: [] }, { not: { or: [] } }] }))).toEqual({ and: [a] });
  });

  test("is incomplete while a condition lacks its value", () => {
    expect(isComplete(toRoot({ and: [a, { field: "city", operator: "equals", value: " " }] }))).toBe(false);
    expect(isComplete(toRoot({ and: [a, { field: "city", operator: "equals", value: "Bursa" }] }))).toBe(
      true,
    );
  });
});

describe("moving a condition", () => {
  const flat = toRoot({ and: [a, b, c] });
  const deep = toRoot({ and: [a, { or: [b] }, c] });

  test("passes its neighbour", () => {
    expect(moved(flat, "country", "up")).toEqual({ and: [b, a, c] });
    expect(moved(flat, "country", "down")).toEqual({ and: [a, c, b] });
  });

  test("enters the group beside it and leaves its own at the edge", () => {
    expect(moved(deep, "city", "down")).toEqual({ and: [{ or: [a, b] }, c] });
    expect(moved(deep, "kind", "up")).toEqual({ and: [a, { or: [b, c] }] });
    expect(moved(deep, "country", "up")).toEqual({ and: [a, b, c] });
    expect(moved(deep, "country", "down")).toEqual({ and: [a, b, c] });
  });

  test("stops at the ends", () => {
    expect(moved(flat, "city", "up")).toEqual({ and: [a, b, c] });
    expect(moved(flat, "kind", "down")).toEqual({ and: [a, b, c] });
  });
});

test("parts are added to and removed from the group they are in", () => {
  const root = toRoot({ and: [a, { or: [b] }] });
  const inner = root.children[1]?.id ?? "";
  const extra = toRoot({ and: [c] }).children[0];
  if (!extra) throw new Error("a condition");
  const grown = addNode(root, inner, extra);
  expect(toFilter(grown)).toEqual({ and: [a, { or: [b, c] }] });
  expect(toFilter(removeNode(grown, idOf(grown, "country")))).toEqual({ and: [a, { or: [c] }] });
});
