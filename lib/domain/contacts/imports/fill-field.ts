import { isTimeZone } from "@/lib/domain/timing/time-zone";
import { isConsentColumn } from "../consent-column";
import { attributesMax, contactKinds, tagsMax } from "../contact";
import type { ContactInput } from "../prepare-contact";
import { fillConsent, fillConsents, type ImportInput, pastMoment } from "./fill-consent";
import type { ImportTarget } from "./import-target";
import {
  parseAttributeCell,
  parseCountryCell,
  parseDateCell,
  parseHourCell,
  parseLocaleCell,
  parseMomentCell,
} from "./parse-cell";

export const rowProblems = [
  "wrong_columns",
  "nobody",
  "invalid_email",
  "invalid_phone",
  "invalid_date",
  "invalid_country",
  "invalid_locale",
  "invalid_time_zone",
  "invalid_hour",
  "invalid_kind",
  "invalid_attributes",
  "invalid_consent",
  "invalid_text",
  "too_long",
] as const;

export type RowProblem = { reason: (typeof rowProblems)[number]; target: ImportTarget | "" };

type Reason = RowProblem["reason"] | undefined;

const attributeLengthMax = 2_000;
const consentsLengthMax = 10_000;

const plainFields: Partial<
  Record<
    ImportTarget,
    { field: "externalId" | "firstName" | "lastName" | "email" | "phone" | "city"; lengthMax: number }
  >
> = {
  external_id: { field: "externalId", lengthMax: 200 },
  first_name: { field: "firstName", lengthMax: 200 },
  last_name: { field: "lastName", lengthMax: 200 },
  email: { field: "email", lengthMax: 320 },
  phone: { field: "phone", lengthMax: 40 },
  city: { field: "city", lengthMax: 200 },
};

/** Puts a cell where its column belongs; gives the reason when it cannot be that. */
export function fillField(input: ImportInput, target: ImportTarget, text: string, now: Date): Reason {
  const plain = plainFields[target];
  const lengthMax = target === "consents" ? consentsLengthMax : attributeLengthMax;
  if (text.length > (plain?.lengthMax ?? lengthMax)) return "too_long";
  // PostgreSQL cannot hold it, and no person typed it.
  if (text.includes("\u0000")) return "invalid_text";
  if (plain) {
    input[plain.field] = text;
    return undefined;
  }
  if (target.startsWith("attributes.")) return fillAttribute(input, target.slice("attributes.".length), text);
  if (isConsentColumn(target)) return fillConsent(input, target, text) ? undefined : "invalid_consent";
  return fillers[target]?.(input, text, now);
}

const fillers: Partial<Record<ImportTarget, (input: ImportInput, text: string, now: Date) => Reason>> = {
  full_name: fillFullName,
  kind: (input, text) => {
    const word = text.toLowerCase().replace(/[\s-]+/g, "_");
    input.kind = contactKinds.find((kind) => kind === word);
    return input.kind ? undefined : "invalid_kind";
  },
  locale: (input, text) => {
    input.locale = parseLocaleCell(text);
    return input.locale ? undefined : "invalid_locale";
  },
  time_zone: (input, text) => {
    input.timeZone = text;
    return isTimeZone(text) ? undefined : "invalid_time_zone";
  },
  preferred_hour: (input, text) => {
    input.preferredHour = parseHourCell(text);
    return input.preferredHour === undefined ? "invalid_hour" : undefined;
  },
  country: (input, text) => {
    input.country = parseCountryCell(text);
    return input.country ? undefined : "invalid_country";
  },
  birth_date: (input, text) => {
    input.birthDate = parseDateCell(text);
    return input.birthDate ? undefined : "invalid_date";
  },
  tags: (input, text) => {
    input.tags = parseTags(text);
    return input.tags.length > tagsMax || input.tags.some((tag) => tag.length > 60) ? "too_long" : undefined;
  },
  attributes: (input, text) => {
    const value = parseJson(text);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return "invalid_attributes";
    input.attributes = { ...value, ...input.attributes };
    return tooMany(input);
  },
  consents: (input, text, now) => (fillConsents(input, parseJson(text), now) ? undefined : "invalid_consent"),
  consent_date: (input, text, now) => {
    input.consentDate = pastMoment(parseMomentCell(text), now);
    return input.consentDate ? undefined : "invalid_date";
  },
  consent_source: (input, text) => {
    input.consentSource = text;
    return text.length > 200 ? "too_long" : undefined;
  },
};

/** The last word is the family name; a single word is the first name. */
function fillFullName(input: ContactInput, text: string): Reason {
  const words = text.split(/\s+/);
  const last = words.length > 1 ? words.pop() : undefined;
  input.firstName ??= words.join(" ").slice(0, 200);
  input.lastName ??= last?.slice(0, 200);
  return undefined;
}

function fillAttribute(input: ContactInput, name: string, text: string): Reason {
  input.attributes ??= {};
  input.attributes[name] = parseAttributeCell(text);
  return tooMany(input);
}

const tooMany = ({ attributes = {} }: ContactInput): Reason =>
  Object.keys(attributes).length > attributesMax ? "invalid_attributes" : undefined;

/** Separated by comma, semicolon or bar, or a JSON list where a tag holds one of those. */
function parseTags(text: string): string[] {
  const listed = text.startsWith("[") ? parseJson(text) : undefined;
  const tags = Array.isArray(listed) ? listed.map(String) : text.split(/[,;|]/);
  return [...new Set(tags.map((tag) => tag.trim()).filter(Boolean))];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
