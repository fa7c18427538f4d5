import type { ASTNode } from "@marcbachmann/cel-js";
import { pathOf, valueAt } from "./attributes";
import { parseExpression } from "./expression";
import { shorten } from "./key-value";

/** What an index can look up, and what is left to evaluate. Both absent: every event of the name will do. */
export type Condition = { match?: { path: string; value: string }; expression?: string };

/**
 * Puts the run's event into a condition. Where `async.<path> == <value>` is left, alone or beside others, it is what
 * the index looks up. `undefined`: no valid expression.
 */
export function toCondition(source: string | undefined, event: unknown): Condition | undefined {
  if (source === undefined || source.trim() === "") return {};
  const expression = parseExpression(source);
  if (!expression) return undefined;
  const parts = conjuncts(expression.ast);
  const match = parts.map((part) => findMatch(part, event)).find((found) => found !== undefined);
  if (!match) return { expression: source };
  return parts.length === 1 ? { match } : { match, expression: source };
}

/** The text an index holds for a value; `undefined` for lists and objects, which no index compares. */
function matchText(value: unknown): string | undefined {
  return typeof value === "object" && value !== null ? undefined : shorten(JSON.stringify(value ?? null));
}

export function matchTextAt(event: unknown, path: string): string | undefined {
  return matchText(valueAt(event, path.split(".")));
}

function conjuncts(node: ASTNode): ASTNode[] {
  return node.op === "&&" ? node.args.flatMap(conjuncts) : [node];
}

function findMatch(node: ASTNode, event: unknown): Condition["match"] | undefined {
  if (node.op !== "==") return undefined;
  const [left, right] = node.args;
  return matchSides(left, right, event) ?? matchSides(right, left, event);
}

function matchSides(awaited: ASTNode, known: ASTNode, event: unknown): Condition["match"] | undefined {
  const [root, ...path] = pathOf(awaited) ?? [];
  if (root !== "async" || path.length === 0 || !path.every((name) => /^\w+$/.test(name))) return undefined;
  const value = knownValue(known, event);
  return value === undefined ? undefined : { path: path.join("."), value };
}

function knownValue(node: ASTNode, event: unknown): string | undefined {
  if (node.op === "value") {
    const literal = node.args;
    if (typeof literal === "bigint") return matchText(Number(literal));
    return typeof literal === "object" && literal !== null ? undefined : matchText(literal);
  }
  const [root, ...path] = pathOf(node) ?? [];
  return root === "event" ? matchText(valueAt(event, path)) : undefined;
}
