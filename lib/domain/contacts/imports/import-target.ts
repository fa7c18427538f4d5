import type { Channel } from "@/lib/domain/channels/channel";
import { type ConsentColumn, consentsOf, type JointConsentColumn } from "../consent-column";
import { channelConsentHeadings, squeezeHeading } from "./columns/consent-heading";

/**
 * What a column of a file can fill. `attributes` takes a JSON object, `attributes.<name>` one value; `consents` takes a
 * JSON list, `consents.<channel>.<category>` a yes or a no, to which the date and the source of the row belong, and with several
 * channels (`consents.email,sms.marketing`) one for all of them.
 */
export const importTargets = [
  "external_id",
  "first_name",
  "last_name",
  "full_name",
  "email",
  "phone",
  "whatsapp",
  "telegram",
  "app_push",
  "kind",
  "locale",
  "time_zone",
  "preferred_hour",
  "country",
  "city",
  "birth_date",
  "tags",
  "attributes",
  "consents",
  "consent_date",
  "consent_source",
] as const;

/** Addresses beside e-mail and phone that a file can carry. */
export const addressTargets = ["whatsapp", "telegram", "app_push"] as const satisfies readonly Channel[];

export type AddressTarget = (typeof addressTargets)[number];

export type ImportTarget =
  | (typeof importTargets)[number]
  | `attributes.${string}`
  | ConsentColumn
  | JointConsentColumn
  | "ignore";

/** How people head these columns in Turkish and English, folded and without signs. */
const headings: Record<(typeof importTargets)[number], readonly string[]> = {
  external_id: [
    "externalid",
    "id",
    "userid",
    "customerid",
    "customerno",
    "customernumber",
    "memberid",
    "musterino",
    "musteriid",
    "uyeno",
    "uyeid",
    "kullaniciid",
    "kullanicino",
    "musterikodu",
    "disid",
    "harici id",
  ],
  first_name: ["firstname", "first", "givenname", "forename", "ad", "adi", "isim", "ilkad", "onad"],
  last_name: ["lastname", "last", "surname", "familyname", "soyad", "soyadi", "soyisim", "soyismi"],
  full_name: [
    "fullname",
    "name",
    "contactname",
    "displayname",
    "adsoyad",
    "adisoyadi",
    "adsoyadi",
    "adivesoyadi",
    "isimsoyisim",
    "tamad",
  ],
  email: ["email", "emailaddress", "mail", "mailaddress", "eposta", "epostaadresi", "epostasi", "mailadresi"],
  phone: [
    "phone",
    "phonenumber",
    "mobile",
    "mobilephone",
    "mobilenumber",
    "cell",
    "cellphone",
    "telephone",
    "tel",
    "gsm",
    "sms",
    "telefon",
    "telefonno",
    "telefonnumarasi",
    "cep",
    "ceptelefonu",
    "ceptel",
    "cepno",
    "gsmno",
  ],
  whatsapp: [
    "whatsapp",
    "whatsappno",
    "whatsappnumber",
    "whatsappphone",
    "whatsappnumarasi",
    "whatsapptelefonu",
    "wp",
  ],
  telegram: ["telegram", "telegramid", "telegramchatid", "telegramchat", "telegramsohbetkimligi"],
  app_push: [
    "fcm",
    "fcmtoken",
    "pushtoken",
    "devicetoken",
    "apppushtoken",
    "firebasetoken",
    "cihazbelirteci",
    "cihaztokeni",
  ],
  kind: ["kind", "contacttype", "tur", "tip", "kisituru"],
  locale: ["locale", "language", "lang", "preferredlanguage", "dil", "dili", "tercihedilendil"],
  time_zone: ["timezone", "tz", "saatdilimi", "zamandilimi"],
  preferred_hour: ["preferredhour", "besthour", "tercihedilensaat", "tercihsaati"],
  country: ["country", "countrycode", "ulke", "ulkesi", "ulkekodu"],
  city: ["city", "town", "sehir", "il", "sehri"],
  birth_date: ["birthdate", "birthday", "dateofbirth", "dob", "dogumtarihi", "dogumgunu"],
  tags: ["tags", "tag", "labels", "etiket", "etiketler"],
  attributes: ["attributes", "ozellikler"],
  consents: ["consents", "izinler"],
  consent_date: ["consentdate", "optindate", "izintarihi", "onaytarihi"],
  consent_source: ["consentsource", "optinsource", "izinkaynagi", "onaykaynagi"],
};

const targetOfHeading = new Map<string, ImportTarget>([
  ...Object.entries(headings).flatMap(([target, words]) =>
    words.map((word) => [squeezeHeading(word), target as ImportTarget] as const),
  ),
  ...channelConsentHeadings.map(
    ([heading, channel]) => [heading, `consents.${channel}.marketing` as const] as const,
  ),
]);

/** The target a heading names by itself, if it names one. */
export function findTargetOf(heading: string): ImportTarget | undefined {
  const custom = /^attributes\.(.{1,100})$/.exec(heading.trim());
  if (custom) return `attributes.${custom[1]}`;
  if (consentsOf(heading.trim())) return heading.trim() as ConsentColumn | JointConsentColumn;
  return targetOfHeading.get(squeezeHeading(heading));
}

/** What a target fills: itself, or each consent of a joint one. */
export const partsOf = (target: ImportTarget): ImportTarget[] =>
  consentsOf(target)?.map(({ channel, category }) => `consents.${channel}.${category}` as const) ?? [target];

/** What two columns fill. */
export function findRepeatedTarget(targets: readonly ImportTarget[]): ImportTarget | undefined {
  const seen = new Set<ImportTarget>();
  for (const part of targets.flatMap(partsOf)) {
    if (part !== "ignore" && seen.has(part)) return part;
    seen.add(part);
  }
  return undefined;
}

export function isImportTarget(text: string): text is ImportTarget {
  return (
    text === "ignore" ||
    (importTargets as readonly string[]).includes(text) ||
    consentsOf(text) !== undefined ||
    /^attributes\.\P{Cc}{1,100}$/u.test(text)
  );
}

/** Without one of these a row names nobody. */
export const identifies = (targets: readonly ImportTarget[]): boolean =>
  targets.some((target) => identifying.has(target));

const identifying: ReadonlySet<ImportTarget> = new Set(["external_id", "email", "phone", ...addressTargets]);
