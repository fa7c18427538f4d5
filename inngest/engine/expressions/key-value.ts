import { createHash } from "node:crypto";
import { storableText } from "../storable-text";
import type { Expression } from "./expression";

const lengthMax = 300;

/** The value of a key expression as text; events it makes no sense of share the key "null". */
export function keyOf(expression: Expression, event: unknown): string {
  try {
    const value = expression.evaluate({ event });
    return shorten(typeof value === "string" ? value : JSON.stringify(value ?? null));
  } catch {
    return "null";
  }
}

/** Short enough for an index, and still different for different texts. */
export function shorten(text: string): string {
  const storable = storableText(text);
  if (storable.length <= lengthMax) return storable;
  return `${storable.slice(0, 100)}…${createHash("sha256").update(storable).digest("base64url")}`;
}
