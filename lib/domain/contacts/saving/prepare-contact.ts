import type { ConsentWrite, ContactWrite, SubscriptionWrite } from "@/db/queries/contacts/upsert-contacts";
import type { Channel, MessageCategory } from "@/lib/domain/channels/channel";
import type { InvalidParam } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { parseAddress } from "../address";
import { pastMoment } from "../consents/consent-moment";
import type { ConsentStatus, ContactKind, MainChannel, Platform } from "../contact";

/** What a caller says about a contact. Absent keeps, null empties. */
export type ContactInput = {
  externalId?: string | null | undefined;
  kind?: ContactKind | undefined;
  firstName?: string | undefined;
  lastName?: string | undefined;
  email?: string | null | undefined;
  phone?: string | null | undefined;
  locale?: string | null | undefined;
  timeZone?: string | null | undefined;
  /** 0–23. */
  preferredHour?: number | null | undefined;
  country?: string | null | undefined;
  city?: string | null | undefined;
  birthDate?: string | null | undefined;
  attributes?: Record<string, unknown> | undefined;
  tags?: string[] | undefined;
  subscriptions?: SubscriptionInput[] | undefined;
  consents?: ConsentInput[] | undefined;
};

export type SubscriptionInput = {
  channel: Channel;
  address: string;
  platform?: Platform | undefined;
  keys?: { p256dh: string; auth: string } | undefined;
};

export type ConsentInput = {
  channel: Channel;
  category?: MessageCategory | undefined;
  status: ConsentStatus;
  source?: string | undefined;
  occurredAt?: Date | undefined;
};

export type AddressWrite = Omit<SubscriptionWrite, "id" | "contactId"> & {
  /** Said as `email` or `phone`. */
  isMain: boolean;
};

/** What `email` or `phone` is from now on; null: nothing. */
export type MainAddress = { channel: MainChannel; addressKey: string | null };

export type PreparedContact = { input: ContactInput; addresses: AddressWrite[]; mains: MainAddress[] };

/**
 * Every address of the input in its stored form, or what cannot be taken as it is. `knownCountry`: of numbers without a
 * country code where the input names none.
 */
export function prepareContact(
  input: ContactInput,
  knownCountry: string | null = null,
  now = new Date(),
): PreparedContact | { errors: InvalidParam[] } {
  const errors = futureConsents(input, now);
  const addresses: AddressWrite[] = [];
  for (const { pointer, ...endpoint } of endpointsOf(input)) {
    const parsed = parseAddress(endpoint.channel, endpoint.address, input.country ?? knownCountry);
    if ("problem" in parsed) {
      errors.push({
        pointer,
        code: parsed.problem,
        detail: `"${endpoint.address.slice(0, 80)}" is not usable: ${parsed.problem}.`,
      });
    } else {
      addresses.push({
        channel: endpoint.channel,
        ...parsed,
        platform: endpoint.platform ?? "unknown",
        keys: endpoint.keys ?? null,
        isMain: pointer === "email" || pointer === "phone",
      });
    }
  }
  return errors.length > 0 ? { errors } : { input, addresses, mains: mainsOf(input, addresses) };
}

const futureConsents = ({ consents = [] }: ContactInput, now: Date): InvalidParam[] =>
  consents.flatMap(({ occurredAt }, index) =>
    occurredAt === undefined || pastMoment(occurredAt, now)
      ? []
      : {
          pointer: `consents.${index}.occurred_at`,
          code: "future_date",
          detail: "A consent is given before it is told of. Give a moment that has passed.",
        },
  );

const mainChannels: readonly ["email" | "phone", MainChannel][] = [
  ["email", "email"],
  ["phone", "sms"],
];

function mainsOf(input: ContactInput, addresses: AddressWrite[]): MainAddress[] {
  return mainChannels.flatMap(([field, channel]) => {
    if (input[field] === null) return { channel, addressKey: null };
    const main = addresses.find((address) => address.isMain && address.channel === channel);
    return main ? { channel, addressKey: main.addressKey } : [];
  });
}

function endpointsOf(input: ContactInput): (SubscriptionInput & { pointer: string })[] {
  const endpoints = (input.subscriptions ?? []).map((entry, index) => ({
    ...entry,
    pointer: `subscriptions.${index}.address`,
  }));
  if (input.email) endpoints.push({ channel: "email", address: input.email, pointer: "email" });
  if (input.phone) endpoints.push({ channel: "sms", address: input.phone, pointer: "phone" });
  return endpoints;
}

const clearable = [
  "externalId",
  "locale",
  "timeZone",
  "preferredHour",
  "country",
  "city",
  "birthDate",
] as const;

export function toContactWrite(input: ContactInput, id: string, importJobId?: string): ContactWrite {
  const orAbsent = <T>(value: T | null | undefined) => value ?? undefined;
  return {
    id,
    externalId: orAbsent(input.externalId),
    kind: input.kind,
    firstName: input.firstName,
    lastName: input.lastName,
    locale: orAbsent(input.locale),
    timeZone: orAbsent(input.timeZone),
    preferredHour: orAbsent(input.preferredHour),
    country: orAbsent(input.country),
    city: orAbsent(input.city),
    birthDate: orAbsent(input.birthDate),
    attributes: input.attributes,
    tags: input.tags,
    clear: clearable.filter((field) => input[field] === null),
    importJobId,
  };
}

export const toSubscriptionWrites = (
  addresses: AddressWrite[],
  contactId: string,
): (SubscriptionWrite & AddressWrite)[] =>
  addresses.map((address) => ({ ...address, id: newId(), contactId }));

export const toConsentWrites = (input: ContactInput, contactId: string, now: Date): ConsentWrite[] =>
  (input.consents ?? []).map((consent) => ({
    contactId,
    channel: consent.channel,
    category: consent.category ?? "marketing",
    status: consent.status,
    source: consent.source ?? "api",
    occurredAt: pastMoment(consent.occurredAt, now) ?? now,
  }));
