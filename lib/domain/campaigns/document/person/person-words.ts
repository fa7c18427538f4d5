import type { ContactInput } from "@/lib/domain/contacts/saving/prepare-contact";
import type { DocumentPerson, KeptPerson } from "../notification-document";

type Trait =
  | "firstName"
  | "lastName"
  | "email"
  | "phone"
  | "locale"
  | "timeZone"
  | "country"
  | "city"
  | "birthDate"
  | "tags";

/** What of a profile has a place of its own; everything else is an attribute. */
const traitOfKey: Readonly<Record<string, Trait>> = {
  first_name: "firstName",
  last_name: "lastName",
  email: "email",
  phone: "phone",
  locale: "locale",
  time_zone: "timeZone",
  country: "country",
  city: "city",
  birth_date: "birthDate",
  tags: "tags",
};

const traitOf = (key: string): Trait | undefined =>
  Object.hasOwn(traitOfKey, key) ? traitOfKey[key] : undefined;

export function toTraits(profile: DocumentPerson["profile"] = {}): ContactInput {
  const entries = Object.entries(profile).filter(([, value]) => value !== undefined);
  const own = entries.flatMap(([key, value]) => {
    const trait = traitOf(key);
    return trait ? [[trait, value] as const] : [];
  });
  const attributes = entries.filter(([key]) => traitOf(key) === undefined);
  return {
    ...Object.fromEntries(own),
    ...(attributes.length > 0 && { attributes: Object.fromEntries(attributes) }),
  };
}

export const toKeptPerson = ({ profile }: DocumentPerson, contactId: string): KeptPerson => ({
  contact_id: contactId,
  profile: profile ? Object.keys(profile) : null,
});

type Known = Record<Trait, unknown> & { externalId: string | null; attributes: Record<string, unknown> };

/** The same said of the contact as it is now; what it has no more is null. */
export function tellPerson({ profile }: KeptPerson, contact: Known): DocumentPerson | undefined {
  if (contact.externalId === null) return undefined;
  const told = (key: string) => {
    const trait = traitOf(key);
    return (trait ? contact[trait] : contact.attributes[key]) ?? null;
  };
  const values = profile && Object.fromEntries(profile.map((key) => [key, told(key)]));
  return {
    user_id: contact.externalId,
    ...(values && { profile: values as NonNullable<DocumentPerson["profile"]> }),
  };
}
