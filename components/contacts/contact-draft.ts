import { channels } from "@/lib/domain/channels/channel";
import type { ContactKind } from "@/lib/domain/contacts/contact";
import { parsePlainCell } from "@/lib/domain/contacts/imports/parse-cell";
import type { ContactChange, ContactDetail } from "./api";
import type { AttributeDraft } from "./attribute-fields";
import type { ConsentDraft } from "./consents/consent-fields";
import { splitTags } from "./split-tags";

/** The form's fields as they are typed. */
export type ContactDraft = {
  externalId: string;
  kind: ContactKind;
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
  country: string;
  city: string;
  locale: string;
  timeZone: string;
  preferredHour: number | null;
  birthDate: string;
  tags: string;
  attributes: AttributeDraft[];
  consents: ConsentDraft;
};

const recordedConsentsOf = (contact: ContactDetail | undefined): ConsentDraft =>
  Object.fromEntries(
    (contact?.consents ?? [])
      .filter(({ category }) => category === "marketing")
      .map(({ channel, status }) => [channel, status]),
  );

export function draftOf(contact: ContactDetail | undefined): ContactDraft {
  return {
    externalId: contact?.externalId ?? "",
    kind: contact?.kind ?? "user",
    firstName: contact?.firstName ?? "",
    lastName: contact?.lastName ?? "",
    email: contact?.email ?? "",
    phone: contact?.phone ?? "",
    country: contact?.country ?? "",
    city: contact?.city ?? "",
    locale: contact?.locale ?? "",
    timeZone: contact?.timeZone ?? "",
    preferredHour: contact?.preferredHour ?? null,
    birthDate: contact?.birthDate ?? "",
    tags: (contact?.tags ?? []).join(", "),
    attributes: Object.entries(contact?.attributes ?? {}).map(([name, value]) => ({
      id: name,
      name,
      value: typeof value === "object" ? JSON.stringify(value) : String(value),
    })),
    consents: recordedConsentsOf(contact),
  };
}

/** What the form says; an emptied field empties, an attribute taken out is removed. */
export function changeOf(draft: ContactDraft, before: ContactDetail | undefined): ContactChange {
  const orNull = (text: string) => text.trim() || (before ? null : undefined);
  const email = draft.email.trim() || null;
  const phone = draft.phone.trim() || null;
  return {
    externalId: orNull(draft.externalId),
    kind: draft.kind,
    firstName: draft.firstName.trim(),
    lastName: draft.lastName.trim(),
    ...(email === (before?.email ?? null) ? {} : { email }),
    ...(phone === (before?.phone ?? null) ? {} : { phone }),
    country: orNull(draft.country.toUpperCase()),
    city: orNull(draft.city),
    locale: orNull(draft.locale),
    timeZone: orNull(draft.timeZone),
    preferredHour: draft.preferredHour ?? (before ? null : undefined),
    birthDate: orNull(draft.birthDate),
    tags: splitTags(draft.tags),
    attributes: changedAttributes(draft, before?.attributes ?? {}),
    ...changedConsents(draft, before),
  };
}

/** Only what is another now: what stays keeps its date and where it was said. */
function changedConsents(
  { consents }: ContactDraft,
  before: ContactDetail | undefined,
): Pick<ContactChange, "consents"> {
  const recorded = recordedConsentsOf(before);
  const changed = channels.flatMap((channel) => {
    const status = consents[channel];
    return status && status !== recorded[channel] ? [{ channel, status, source: "dashboard" }] : [];
  });
  return changed.length > 0 ? { consents: changed } : {};
}

type Scalar = string | number | boolean | null;

function changedAttributes(draft: ContactDraft, before: Record<string, unknown>): Record<string, Scalar> {
  const named = draft.attributes.filter(({ name }) => name.trim() !== "");
  const kept = new Set(named.map(({ name }) => name.trim()));
  const gone = Object.keys(before).filter((name) => !kept.has(name));
  const isSame = (name: string, value: string) =>
    String(before[name]) === value || JSON.stringify(before[name]) === value;
  const changed = named.filter(({ name, value }) => !(name in before && isSame(name, value)));
  return Object.fromEntries([
    ...gone.map((name) => [name, null] as const),
    ...changed.map(({ name, value }) => [name.trim(), parsePlainCell(value.trim())] as const),
  ]);
}
