import { randomId } from "@/lib/browser/random-id";
import type { AudienceCondition, AudienceFilter } from "@/lib/domain/audience/audience-filter";
import { audienceDepthMax, explainBadCondition } from "@/lib/domain/audience/audience-filter";

export const groupMatches = ["all", "any", "none", "not_all"] as const;

/** How the parts of a group combine; the last two are the first two denied. */
export type GroupMatch = (typeof groupMatches)[number];

export type ConditionNode = { id: string; kind: "condition"; condition: AudienceCondition };
export type GroupNode = { id: string; kind: "group"; match: GroupMatch; children: AudienceNode[] };

/** A filter as the builder shows it: each part has an identity that survives moving. */
export type AudienceNode = ConditionNode | GroupNode;

export const conditionNode = (condition: AudienceCondition): ConditionNode => ({
  id: randomId(),
  kind: "condition",
  condition,
});

export const groupNode = (match: GroupMatch, children: AudienceNode[]): GroupNode => ({
  id: randomId(),
  kind: "group",
  match,
  children,
});

const denied: Partial<Record<GroupMatch, GroupMatch>> = { all: "not_all", any: "none" };

/** Ids of a stored filter are its paths: the server and the browser draw the same tree. */
function toNode(filter: AudienceFilter, id: string): AudienceNode {
  const group = (match: GroupMatch, parts: AudienceFilter[]): GroupNode => ({
    id,
    kind: "group",
    match,
    children: parts.map((part, position) => toNode(part, `${id}.${position}`)),
  });
  if ("and" in filter) return group("all", filter.and);
  if ("or" in filter) return group("any", filter.or);
  if (!("not" in filter)) return { id, kind: "condition", condition: filter };
  const inner = toNode(filter.not, id);
  const match = inner.kind === "group" ? denied[inner.match] : undefined;
  return inner.kind === "group" && match ? { ...inner, match } : group("none", [filter.not]);
}

/** The whole filter as a group that can be added to. */
export function toRoot(filter: AudienceFilter): GroupNode {
  const node = toNode(filter, "root");
  return node.kind === "group" ? node : { ...groupNode("all", [node]), id: "outer" };
}

/** Groups without conditions say nothing and are left out; an empty root is everyone. */
export function toFilter(root: GroupNode): AudienceFilter {
  return filterOf(root) ?? { and: [] };
}

function filterOf(node: AudienceNode): AudienceFilter | undefined {
  if (node.kind === "condition") return node.condition;
  const parts = node.children.map(filterOf).filter((part) => part !== undefined);
  if (parts.length === 0) return undefined;
  if (node.match === "all") return { and: parts };
  if (node.match === "any") return { or: parts };
  const [only] = parts;
  if (node.match === "none") return { not: parts.length === 1 && only ? only : { or: parts } };
  return { not: { and: parts } };
}

/** Whether every condition has what its operator needs. */
export function isComplete(node: AudienceNode): boolean {
  if (node.kind === "group") return node.children.every(isComplete);
  const { value } = node.condition;
  if (typeof value === "string" && value.trim() === "") return false;
  return explainBadCondition(node.condition) === undefined;
}

/** Levels that the filter of a group takes; a denied group takes two. */
function depthOf(node: AudienceNode): number {
  if (node.kind === "condition") return 1;
  const own = node.match === "none" || node.match === "not_all" ? 2 : 1;
  return own + Math.max(0, ...node.children.map(depthOf));
}

export const isTooDeep = (root: GroupNode): boolean => depthOf(root) > audienceDepthMax;
