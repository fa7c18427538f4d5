import type { ConsentWrite, SubscriptionWrite } from "@/db/queries/contacts/upsert-contacts";
import type { Channel } from "@/lib/domain/channels/channel";
import type { ConsentInput } from "../saving/prepare-contact";
import type { ConsentAttestation } from "./import-options";

type Person = { id: string; addresses: SubscriptionWrite[]; consents: ConsentInput[] };

/** `latest` is the person's word with its date and counts as such; `attested` only fills gaps or takes back. */
export type ImportConsents = { latest: ConsentWrite[]; attested: ConsentWrite[] };

/** What the rows say of each person's consents, and what is attested for those of whom they say nothing. */
export function importConsents(
  people: readonly Person[],
  attestation: ConsentAttestation | null,
  now: Date,
): ImportConsents {
  const consents: ImportConsents = { latest: [], attested: [] };
  for (const person of people) {
    for (const consent of person.consents) {
      // A yes without a date may be older than the no that we know of.
      const isWord = consent.occurredAt !== undefined || consent.status === "denied";
      (isWord ? consents.latest : consents.attested).push(toWrite(person, consent, now));
    }
    if (attestation) consents.attested.push(...attestedFor(person, attestation, now));
  }
  return consents;
}

const toWrite = ({ id }: Person, consent: ConsentInput, now: Date): ConsentWrite => ({
  contactId: id,
  channel: consent.channel,
  category: consent.category ?? "marketing",
  status: consent.status,
  source: consent.source ?? "import",
  occurredAt: consent.occurredAt ?? now,
});

function attestedFor(
  { id, addresses, consents }: Person,
  { channels, status, source }: ConsentAttestation,
  now: Date,
): ConsentWrite[] {
  const isSaid = (channel: Channel) =>
    consents.some(
      (consent) => consent.channel === channel && (consent.category ?? "marketing") === "marketing",
    );
  return channels
    .filter((channel) => !isSaid(channel) && reaches(addresses, channel))
    .map((channel) => ({ contactId: id, channel, category: "marketing", status, source, occurredAt: now }));
}

/** E-mail needs an address and phone channels a number; what lives on a device needs none yet. */
function reaches(addresses: readonly SubscriptionWrite[], channel: Channel): boolean {
  if (channel === "email") return addresses.some((address) => address.channel === "email");
  if (channel === "sms" || channel === "whatsapp")
    return addresses.some((address) => address.channel === "sms" || address.channel === channel);
  return true;
}
