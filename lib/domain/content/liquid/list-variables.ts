import { Token } from "liquidjs";
import { findSimpleParts } from "./compile-text";
import { engineOf } from "./liquid-engine";

/** The variables a text asks for, as written: `name`, `attributes.plan`. None where it cannot be parsed. */
export function listVariables(source: string): string[] {
  if (!/\{[{%]/.test(source)) return [];
  const parts = findSimpleParts(source);
  if (parts)
    return [...new Set(parts.flatMap((part) => (typeof part === "string" ? [] : part.path.join("."))))];
  return withoutPositions(() => {
    try {
      return engineOf("plain").globalFullVariablesSync(source);
    } catch {
      return [];
    }
  });
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
