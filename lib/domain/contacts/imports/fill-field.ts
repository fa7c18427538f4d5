import { isTimeZone } from "@/lib/domain/timing/time-zone";
import { cutText, findUnstorableText, isStorable } from "@/lib/platform/http/input/unstorable-text";
import { tryParseJson } from "@/lib/platform/try-parse-json";
import { isConsentColumn } from "../consent-column";
import { pastMoment } from "../consents/consent-moment";
import {
  attributeLengthMax,
  attributeNameLengthMax,
  attributesMax,
  contactKinds,
  isAttributeValue,
  isTag,
  tagLengthMax,
  tagsMax,
} from "../contact";
import type { ContactInput } from "../saving/prepare-contact";
import { fillConsent, fillConsents, type ImportInput } from "./fill-consent";
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
  const value = readsJson(target, text) ? tryParseJson(text) : text;
  if (!isStorable(text) || findUnstorableText(value) !== undefined) return "invalid_text";
  if (plain) {
    input[plain.field] = text;
    return undefined;
  }
  if (target.startsWith("attributes.")) return fillAttribute(input, target.slice("attributes.".length), text);
  if (isConsentColumn(target)) return fillConsent(input, target, text) ? undefined : "invalid_consent";
  if (isJsonTarget(target)) return jsonFillers[target](input, value, now);
  return fillers[target]?.(input, text, now);
}

const readsJson = (target: ImportTarget, text: string): boolean =>
  isJsonTarget(target) && (target !== "tags" || text.startsWith("["));

const isJsonTarget = (target: ImportTarget): target is keyof typeof jsonFillers => target in jsonFillers;

const jsonFillers = {
  tags: (input: ImportInput, value: unknown): Reason => {
    const tags = readTags(value);
    if (!tags?.every(isTag)) return "invalid_text";
    input.tags = tags;
    return tags.length > tagsMax || tags.some((tag) => tag.length > tagLengthMax) ? "too_long" : undefined;
  },
  attributes: (input: ImportInput, value: unknown): Reason => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return "invalid_attributes";
    if (!Object.entries(value).every(isAttribute)) return "invalid_attributes";
    input.attributes = { ...value, ...input.attributes };
    return tooMany(input);
  },
  consents: (input: ImportInput, value: unknown, now: Date): Reason =>
    fillConsents(input, value, now) ? undefined : "invalid_consent",
};

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
  input.firstName ??= cutText(words.join(" "), 200);
  input.lastName ??= last && cutText(last, 200);
  return undefined;
}

function fillAttribute(input: ContactInput, name: string, text: string): Reason {
  input.attributes ??= {};
  input.attributes[name] = parseAttributeCell(text);
  return tooMany(input);
}

const isAttribute = ([name, value]: [string, unknown]): boolean =>
  name !== "" && name.length <= attributeNameLengthMax && isAttributeValue(value);

const tooMany = ({ attributes = {} }: ContactInput): Reason =>
  Object.keys(attributes).length > attributesMax ? "invalid_attributes" : undefined;

/** Separated by comma, semicolon or bar, or a JSON list where a tag holds one of those. */
function readTags(value: unknown): string[] | undefined {
  const listed = typeof value === "string" ? value.split(/[,;|]/) : value;
  if (!Array.isArray(listed) || listed.some((tag) => typeof tag === "object")) return undefined;
  return [...new Set(listed.map((tag) => String(tag).trim()).filter(Boolean))];
}
