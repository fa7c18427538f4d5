import {
  type AudienceField,
  type AudienceOperator,
  type AudienceValue,
  attributeName,
  attributeOperators,
  audienceFields,
} from "@/lib/domain/audience/audience-filter";

export const fieldNames = Object.keys(audienceFields) as AudienceField[];

export const isKnownField = (field: string): field is AudienceField => Object.hasOwn(audienceFields, field);

export function operatorsOf(field: string): readonly AudienceOperator[] {
  return isKnownField(field) ? audienceFields[field] : attributeOperators;
}

/** What kind of control asks for the value. */
export type ValueKind = "none" | "text" | "list" | "number" | "days" | "date" | "channel" | "kind" | "any";

const numeric: readonly AudienceOperator[] = ["gt", "gte", "lt", "lte"];

export function valueKindOf(field: string, operator: AudienceOperator): ValueKind {
  if (operator === "is_set" || operator === "is_not_set") return "none";
  if (operator === "within_last_days" || operator === "more_than_days_ago") return "days";
  if (operator === "before" || operator === "after") return "date";
  if (numeric.includes(operator)) return "number";
  if (operator === "in" || operator === "not_in") return "list";
  if (field === "channels") return "channel";
  if (field === "kind" && (operator === "equals" || operator === "not_equals")) return "kind";
  const isFree = attributeName(field) !== undefined && (operator === "equals" || operator === "not_equals");
  return isFree ? "any" : "text";
}

/** A value to begin with; undefined is asked of the person. */
export const firstValueOf = (kind: ValueKind): AudienceValue | undefined => {
  if (kind === "days") return 30;
  if (kind === "channel") return "email";
  if (kind === "kind") return "user";
  return kind === "text" || kind === "any" ? "" : undefined;
};

/** Attributes are compared with their type: `42` and `true` typed plainly mean the number and the truth. */
export function parseAny(text: string): AudienceValue {
  if (text === "true" || text === "false") return text === "true";
  const isNumber = /^-?(0|[1-9]\d{0,14})(\.\d{1,10})?$/.test(text);
  return isNumber ? Number(text) : text;
}

export const parseList = (text: string): string[] =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
