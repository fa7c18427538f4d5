export const textOperators = [
  "equals",
  "not_equals",
  "in",
  "not_in",
  "contains",
  "starts_with",
  "is_set",
  "is_not_set",
] as const;
export const numberOperators = [
  "equals",
  "not_equals",
  "gt",
  "gte",
  "lt",
  "lte",
  "is_set",
  "is_not_set",
] as const;
export const dateOperators = [
  "before",
  "after",
  "within_last_days",
  "more_than_days_ago",
  "is_set",
  "is_not_set",
] as const;
export const listOperators = ["contains", "not_contains"] as const;

/** What may be asked of each contact field. Attributes are free and take every operator of their value's type. */
export const audienceFields = {
  external_id: textOperators,
  kind: textOperators,
  first_name: textOperators,
  last_name: textOperators,
  locale: textOperators,
  time_zone: textOperators,
  country: textOperators,
  city: textOperators,
  tags: listOperators,
  channels: listOperators,
  birth_date: dateOperators,
  last_active_at: dateOperators,
  created_at: dateOperators,
} as const;

export type AudienceField = keyof typeof audienceFields;

export const attributeOperators = [
  "equals",
  "not_equals",
  "in",
  "not_in",
  "contains",
  "starts_with",
  "gt",
  "gte",
  "lt",
  "lte",
  "before",
  "after",
  "is_set",
  "is_not_set",
] as const;

export type AudienceOperator =
  | (typeof textOperators)[number]
  | (typeof numberOperators)[number]
  | (typeof dateOperators)[number]
  | (typeof listOperators)[number];

export type AudienceValue = string | number | boolean | string[] | number[];

/** `field` is a contact field or `attributes.<name>`. */
export type AudienceCondition = { field: string; operator: AudienceOperator; value?: AudienceValue };

export type AudienceFilter =
  | { and: AudienceFilter[] }
  | { or: AudienceFilter[] }
  | { not: AudienceFilter }
  | AudienceCondition;

/** Nobody left out. */
export const everyone: AudienceFilter = { and: [] };

export const audienceDepthMax = 8;
export const audienceConditionsMax = 100;

/** A century; beyond it lies no contact, and not far beyond it the end of the calendar. */
const daysMax = 36_500;

export const attributePrefix = "attributes.";

/** Name of the attribute that a condition is about, when it is about one. */
export function attributeName(field: string): string | undefined {
  return field.startsWith(attributePrefix) ? field.slice(attributePrefix.length) : undefined;
}

/** Why a condition cannot be asked, or undefined when it can. */
export function explainBadCondition(condition: AudienceCondition): string | undefined {
  const attribute = attributeName(condition.field);
  const known = Object.hasOwn(audienceFields, condition.field);
  if (attribute === "" || (attribute === undefined && !known)) {
    return `Unknown field "${condition.field}". Use one of ${Object.keys(audienceFields).join(", ")}, or attributes.<name>.`;
  }
  const allowed: readonly string[] = attribute
    ? attributeOperators
    : audienceFields[condition.field as AudienceField];
  if (!allowed.includes(condition.operator)) {
    return `"${condition.field}" cannot be asked "${condition.operator}". Use one of ${allowed.join(", ")}.`;
  }
  return explainBadValue(condition);
}

function explainBadValue({ operator, value }: AudienceCondition): string | undefined {
  if (operator === "is_set" || operator === "is_not_set") return undefined;
  if (operator === "in" || operator === "not_in") {
    return Array.isArray(value) && value.length > 0
      ? undefined
      : `"${operator}" needs a list with at least one value.`;
  }
  if (value === undefined || Array.isArray(value)) return `"${operator}" needs one value.`;
  if (operator === "within_last_days" || operator === "more_than_days_ago") {
    return typeof value === "number" && value > 0 && value <= daysMax
      ? undefined
      : `"${operator}" needs a number of days between 0 and ${daysMax}.`;
  }
  if (operator === "before" || operator === "after") {
    return typeof value === "string" && isMoment(value)
      ? undefined
      : `"${operator}" needs an ISO date between 1900 and 2200.`;
  }
  if (["gt", "gte", "lt", "lte"].includes(operator)) {
    return typeof value === "number" ? undefined : `"${operator}" needs a number.`;
  }
  return undefined;
}

const isoMoment =
  /^((?:19|20|21)\d\d-\d\d-\d\d)(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-](?:0\d|1[0-4]):\d\d)?)?$/;

/** A day, or a moment of one; `2026-02-30` is none. */
function isMoment(text: string): boolean {
  const [, day] = isoMoment.exec(text) ?? [];
  if (day === undefined || Number.isNaN(Date.parse(text))) return false;
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}

/** A day without a time, the same for whoever reads it. */
export const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text);

/** Depth and number of conditions of anything that claims to be a filter, without recursion. */
export function measureFilter(filter: unknown): { depth: number; conditions: number } {
  let depth = 0;
  let conditions = 0;
  const open: { entry: unknown; level: number }[] = [{ entry: filter, level: 1 }];
  for (let next = open.pop(); next; next = open.pop()) {
    depth = Math.max(depth, next.level);
    if (depth > audienceDepthMax * 2) break;
    if (typeof next.entry !== "object" || next.entry === null) continue;
    const { and, or, not } = next.entry as { and?: unknown; or?: unknown; not?: unknown };
    const children = [and, or].flatMap((list) => (Array.isArray(list) ? (list as unknown[]) : []));
    if (not !== undefined) children.push(not);
    // Empty groups count too: they cost as much to walk and to ask as a condition.
    conditions += 1;
    if (conditions > audienceConditionsMax * 2) break;
    for (const entry of children) open.push({ entry, level: next.level + 1 });
  }
  return { depth, conditions };
}
