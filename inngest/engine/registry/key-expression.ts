/** The part of CEL a concurrency key may use: event paths and quoted text, joined with `+`. */
export type KeyExpression = readonly (string | { path: readonly string[] })[];

const term = /^(?:event((?:\.[A-Za-z_]\w*)+)|'([^']*)'|"([^"]*)")$/;

/** `undefined`: not in the supported part. */
export function parseKeyExpression(source: string): KeyExpression | undefined {
  const terms = source.split("+").map((part) => term.exec(part.trim()));
  const parsed: (string | { path: string[] })[] = [];
  for (const match of terms) {
    if (!match) return undefined;
    const [, path, single, double] = match;
    parsed.push(path === undefined ? (single ?? double ?? "") : { path: path.slice(1).split(".") });
  }
  return parsed;
}

/** Absent attributes count as null, so that all events without one share a key. */
export function evaluateKey(expression: KeyExpression, event: unknown): string {
  return expression.map((part) => (typeof part === "string" ? part : textAt(event, part.path))).join("");
}

function textAt(event: unknown, path: readonly string[]): string {
  let value: unknown = event;
  for (const key of path) {
    value = typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
  }
  return typeof value === "string" ? value : JSON.stringify(value ?? null);
}
