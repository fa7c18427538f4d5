import type { ASTNode } from "@marcbachmann/cel-js";

/** The event that started the run and, where one is awaited, the event that came. */
export type Variables = { event: unknown; async?: unknown };

type Attribute = { path: readonly string[]; isPresenceTest: boolean };
type Context = { [key: string]: unknown };

/** Makes what a part of an expression reads of its variables: missing attributes are null, whole numbers are ints. */
export function attributesOf(node: ASTNode): (variables: Variables) => Context {
  const attributes: Attribute[] = [];
  collect(node, attributes, false);
  // Shorter paths come first, so that the longer ones add to what they brought.
  attributes.sort((a, b) => a.path.length - b.path.length);
  return (variables) => {
    const context: Context = {};
    for (const attribute of attributes) copyAttribute(variables, attribute, context);
    return context;
  };
}

/** Whether it asks about the event that is awaited. */
export function readsAwaited(node: ASTNode): boolean {
  const attributes: Attribute[] = [];
  collect(node, attributes, false);
  return attributes.some(({ path }) => path[0] === "async");
}

/** `event.data.x` or `event.data["x"]` as names; `undefined` for anything else. */
export function pathOf(node: ASTNode): string[] | undefined {
  if (node.op === "id") return [node.args];
  if (node.op === ".") {
    const [owner, name] = node.args;
    const path = pathOf(owner);
    return path && [...path, name];
  }
  if (node.op === "[]") {
    const [owner, key] = node.args;
    const path = key.op === "value" && typeof key.args === "string" ? pathOf(owner) : undefined;
    return path && key.op === "value" ? [...path, String(key.args)] : undefined;
  }
  return undefined;
}

export function valueAt(source: unknown, path: readonly string[]): unknown {
  let value = source;
  for (const key of path) {
    value = isRecord(value) && Object.hasOwn(value, key) ? value[key] : null;
  }
  return value;
}

function collect(node: ASTNode, into: Attribute[], isPresenceTest: boolean): void {
  const path = pathOf(node);
  if (path) {
    if (path[0] === "event" || path[0] === "async") into.push({ path, isPresenceTest });
    return;
  }
  const isTest = node.op === "call" && node.args[0] === "has";
  for (const child of childrenOf(node)) collect(child, into, isTest);
}

function childrenOf(node: ASTNode): ASTNode[] {
  const isNode = (part: unknown): part is ASTNode =>
    typeof part === "object" && part !== null && "op" in part && "args" in part;
  const parts: unknown[] = Array.isArray(node.args) ? node.args : [node.args];
  return parts.flat(2).filter(isNode);
}

function copyAttribute(variables: Variables, { path, isPresenceTest }: Attribute, into: Context): void {
  let source: unknown = variables;
  let target = into;
  for (const [depth, key] of path.entries()) {
    const isPresent = isRecord(source) && Object.hasOwn(source, key);
    source = isRecord(source) && isPresent ? source[key] : null;
    if (depth === path.length - 1) {
      if (!(key in target) && (isPresent || !isPresenceTest)) target[key] = toCel(source);
      return;
    }
    const known = target[key];
    const inner: Context = isRecord(known) ? known : {};
    target[key] = inner;
    target = inner;
  }
}

function toCel(value: unknown): unknown {
  if (typeof value === "number") return Number.isSafeInteger(value) ? BigInt(value) : value;
  if (Array.isArray(value)) return value.map(toCel);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, toCel(part)]));
}

function isRecord(value: unknown): value is Context {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
