import type { PropertyCondition } from "../definition";

type Properties = Record<string, unknown>;

/** Of what an event carried and what was asked of it, neither of which changes. */
const judged = new WeakMap<Properties, WeakMap<readonly PropertyCondition[], boolean>>();

/** Whether all hold; a path through a list holds where it does for one of its items. */
export function meetsAll(properties: Properties, conditions: readonly PropertyCondition[]): boolean {
  if (conditions.length === 0) return true;
  const known = judged.get(properties) ?? new WeakMap();
  judged.set(properties, known);
  const meetsThem = known.get(conditions) ?? conditions.every((condition) => meets(properties, condition));
  known.set(conditions, meetsThem);
  return meetsThem;
}

function meets(properties: Properties, { property, operator, value }: PropertyCondition): boolean {
  const found = valuesAt(properties, property.split("."));
  if (operator === "is_set") return found.length > 0;
  if (operator === "is_not_set") return found.length === 0;
  if (operator === "not_equals") return !found.some((one) => isSame(one, value));
  return found.some((one) => compare(one, operator, value));
}

function valuesAt(from: unknown, path: readonly string[]): unknown[] {
  if (Array.isArray(from)) return from.flatMap((item) => valuesAt(item, path));
  const [name, ...rest] = path;
  if (name === undefined) return from === undefined || from === null ? [] : [from];
  if (typeof from !== "object" || from === null || !Object.hasOwn(from, name)) return [];
  return valuesAt((from as Properties)[name], rest);
}

type Operator = PropertyCondition["operator"];

function compare(found: unknown, operator: Operator, value: PropertyCondition["value"]): boolean {
  if (operator === "equals") return isSame(found, value);
  if (operator === "contains")
    return typeof found !== "object" && fold(String(found)).includes(fold(String(value)));
  const left = numberOf(found);
  const right = numberOf(value);
  if (operator === "gt") return left > right;
  if (operator === "gte") return left >= right;
  return operator === "lt" ? left < right : left <= right;
}

/** Nothing and `true` are no numbers: they are neither more nor less than one. */
const numberOf = (value: unknown): number =>
  typeof value === "number" || (typeof value === "string" && value.trim() !== "")
    ? Number(value)
    : Number.NaN;

/** What a form gives is text; what an event carries may be a number. */
const isSame = (found: unknown, value: PropertyCondition["value"]): boolean =>
  typeof found === "object" ? false : fold(String(found)) === fold(String(value));

/** Never by locale: `I` and `ı` differ between languages, codes and names of categories do not. */
const fold = (text: string): string => text.normalize("NFC").toLowerCase();
