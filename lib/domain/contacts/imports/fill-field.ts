import { isTimeZone } from "@/lib/domain/timing/time-zone";
import { cutText, findUnstorableText, isStorable } from "@/lib/platform/http/input/unstorable-text";
import { tryParseJson } from "@/lib/platform/try-parse-json";
import { consentsOf } from "../consent-column";
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
import { type AttributeType, parseAttributeCell } from "./attribute-type";
import { fillConsent, fillConsents, type ImportInput } from "./fill-consent";
import type { AddressTarget, ImportTarget } from "./import-target";
import {
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
  "invalid_address",
  "invalid_date",
  "invalid_number",
  "invalid_boolean",
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

/** `isChosen`: a cell of another type is refused; where it was only guessed, that cell stays text. */
export type ColumnType = { type: AttributeType; isChosen: boolean };

export type FillPlan = {
  /** Of attributes, by their target. */
  types: Readonly<Record<string, ColumnType>>;
  /** In which days and times of day are meant. */
  timeZone: string;
  now: Date;
};

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
export function fillField(input: ImportInput, target: ImportTarget, text: string, plan: FillPlan): Reason {
  const plain = plainFields[target];
  const lengthMax = target === "consents" ? consentsLengthMax : attributeLengthMax;
  if (text.length > (plain?.lengthMax ?? lengthMax)) return "too_long";
  const value = readsJson(target, text) ? tryParseJson(text) : text;
  if (!isStorable(text) || findUnstorableText(value) !== undefined) return "invalid_text";
  if (plain) {
    input[plain.field] = text;
    return undefined;
  }
  if (target.startsWith("attributes.")) return fillAttribute(input, target, text, plan.types[target]);
  const topics = consentsOf(target);
  if (topics) return fillConsent(input, topics, text) ? undefined : "invalid_consent";
  if (isJsonTarget(target)) return jsonFillers[target](input, value, plan);
  return fillers[target]?.(input, text, plan);
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
  consents: (input: ImportInput, value: unknown, { now }: FillPlan): Reason =>
    fillConsents(input, value, now) ? undefined : "invalid_consent",
};

const fillers: Partial<Record<ImportTarget, (input: ImportInput, text: string, plan: FillPlan) => Reason>> = {
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
  consent_date: (input, text, { timeZone, now }) => {
    input.consentDate = pastMoment(parseMomentCell(text, timeZone, now), now);
    return input.consentDate ? undefined : "invalid_date";
  },
  whatsapp: (input, text) => addAddress(input, "whatsapp", text),
  telegram: (input, text) => addAddress(input, "telegram", text),
  app_push: (input, text) => addAddress(input, "app_push", text),
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

function addAddress(input: ContactInput, channel: AddressTarget, address: string): Reason {
  if (channel === "telegram" && !/^-?\d{1,20}$/.test(address)) return "invalid_address";
  input.subscriptions = [...(input.subscriptions ?? []), { channel, address }];
  return undefined;
}

function fillAttribute(
  input: ContactInput,
  target: ImportTarget,
  text: string,
  { type, isChosen }: ColumnType = { type: "text", isChosen: false },
): Reason {
  const value = parseAttributeCell(text, type);
  if (value === undefined && isChosen) return problemOfType[type];
  input.attributes ??= {};
  input.attributes[target.slice("attributes.".length)] = value ?? text;
  return tooMany(input);
}

const problemOfType: Record<AttributeType, Reason> = {
  text: "invalid_text",
  number: "invalid_number",
  comma_number: "invalid_number",
  boolean: "invalid_boolean",
  date: "invalid_date",
};

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
