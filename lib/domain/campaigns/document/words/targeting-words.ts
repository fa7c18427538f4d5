import type { AudienceCondition, AudienceOperator } from "@/lib/domain/audience/audience-filter";

const hoursOfUnit: Record<string, number> = { h: 1, d: 24, w: 7 * 24, m: 30 * 24 };
const daysMax = 36_500;

/** The number attribute that `purchase_history` is about. */
export const purchasesField = "attributes.purchase_history";

/** `>7d`: was active, and not for longer than that; `<7d`: has been since. Months are thirty days. */
export function parseLastActivity(text: string): AudienceCondition | undefined {
  const [, sign, number, unit = ""] = /^\s*([<>])=?\s*(\d{1,6})\s*([hdwm])\s*$/.exec(text) ?? [];
  const value = (Number(number) * (hoursOfUnit[unit] ?? Number.NaN)) / 24;
  if (!(value > 0 && value <= daysMax)) return undefined;
  const operator = sign === ">" ? "more_than_days_ago" : "within_last_days";
  return { field: "last_active_at", operator, value };
}

export function toLastActivity({ operator, value }: AudienceCondition): string | undefined {
  const sign = { more_than_days_ago: ">", within_last_days: "<" }[operator as string];
  if (!sign || typeof value !== "number") return undefined;
  if (Number.isInteger(value)) return `${sign}${value}d`;
  const hours = Math.round(value * 24);
  return hours / 24 === value ? `${sign}${hours}h` : undefined;
}

const operatorOfSign: Record<string, AudienceOperator> = {
  "": "equals",
  "=": "equals",
  "==": "equals",
  "!=": "not_equals",
  ">": "gt",
  ">=": "gte",
  "<": "lt",
  "<=": "lte",
};

const signOfOperator: Record<string, string> = {
  equals: "=",
  not_equals: "!=",
  gt: ">",
  gte: ">=",
  lt: "<",
  lte: "<=",
};

/** `>=2`, `=0`, `<10`, or a bare number. */
export function parsePurchases(text: string): AudienceCondition | undefined {
  const [, sign = "", number] = /^\s*([<>]=?|!=|={0,2})\s*(\d{1,9}(?:\.\d{1,6})?)\s*$/.exec(text) ?? [];
  const operator = operatorOfSign[sign];
  if (number === undefined || !operator) return undefined;
  return { field: purchasesField, operator, value: Number(number) };
}

export function toPurchases({ operator, value }: AudienceCondition): string | undefined {
  const sign = signOfOperator[operator];
  return sign !== undefined && typeof value === "number" ? `${sign}${value}` : undefined;
}

/** `TR`, or several as in `TR,DE`; with `!=` before them, everybody but those. */
export function parseCountries(text: string): AudienceCondition | undefined {
  const [, sign, list] = /^\s*(!=|=)?\s*([A-Z]{2}(?:\s*,\s*[A-Z]{2}){0,249})\s*$/.exec(text) ?? [];
  if (list === undefined) return undefined;
  const codes = [...new Set(list.split(",").map((code) => code.trim()))];
  const [only = ""] = codes;
  const isNot = sign === "!=";
  if (codes.length === 1) return { field: "country", operator: isNot ? "not_equals" : "equals", value: only };
  return { field: "country", operator: isNot ? "not_in" : "in", value: codes };
}

export function toCountries({ operator, value }: AudienceCondition): string | undefined {
  const sign = { equals: "", in: "", not_equals: "!=", not_in: "!=" }[operator as string];
  if (sign === undefined || value === undefined) return undefined;
  const text = `${sign}${[value].flat().join(",")}`;
  return parseCountries(text) ? text : undefined;
}
