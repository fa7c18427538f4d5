import { Token } from "liquidjs";
import { findSimpleParts } from "./compile-text";
import { engineOf } from "./liquid-engine";

/** `["attributes", "Plan name"]` for `attributes["Plan name"]`. */
export type VariablePath = readonly string[];

/** The variables that a text asks for. None where it cannot be parsed. */
export function listVariables(source: string): VariablePath[] {
  if (!/\{[{%]/.test(source)) return [];
  const parts = findSimpleParts(source);
  const paths = parts
    ? parts.flatMap((part) => (typeof part === "string" ? [] : [part.path]))
    : withoutPositions(() => listSegments(source));
  return [...new Map(paths.map((path) => [JSON.stringify(path), path])).values()];
}

/** Up to the first part that is itself a variable: which one that names is known only when it is rendered. */
function listSegments(source: string): string[][] {
  try {
    return engineOf("plain").globalVariableSegmentsSync(source).map(namesOf);
  } catch {
    return [];
  }
}

function namesOf(segments: readonly unknown[]): string[] {
  const end = segments.findIndex((segment) => typeof segment === "object");
  return segments.slice(0, end < 0 ? undefined : end).map(String);
}

/** The engine looks up the line of each variable, counting from the start of the text: a minute for a page full of them. */
function withoutPositions<T>(work: () => T): T {
  const { getPosition } = Token.prototype;
  Token.prototype.getPosition = () => [1, 1];
  try {
    return work();
  } finally {
    Token.prototype.getPosition = getPosition;
  }
}
