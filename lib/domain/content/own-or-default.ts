import type { Variables } from "./liquid/compile-text";

/** Gives a person's variables with those filled in that a message has a word of its own for. */
export function completerOf(defaults: Record<string, string> | undefined): (own: Variables) => Variables {
  const names = Object.keys(defaults ?? {});
  if (!defaults || names.length === 0) return (own) => own;
  return (own) => {
    const complete: Record<string, unknown> = { ...own };
    for (const name of names)
      if (isEmpty(ownOf(own, name))) complete[name] = told(own, name) ?? defaults[name];
    return complete;
  };
}

/** Where an automation tells of what happened, the latest first. */
const tellers = ["cart", "event"];

/** What the cart or the event says under this name. */
function told(own: Variables, name: string): unknown {
  for (const teller of tellers) {
    const value = ownOf(own[teller], name);
    if (!isEmpty(value) && typeof value !== "object") return value;
  }
  return undefined;
}

const ownOf = (owner: unknown, name: string): unknown =>
  typeof owner === "object" && owner !== null && Object.hasOwn(owner, name)
    ? (owner as Record<string, unknown>)[name]
    : undefined;

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === "";
