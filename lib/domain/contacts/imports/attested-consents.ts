import type { ConsentWrite, SubscriptionWrite } from "@/db/queries/contacts/upsert-contacts";
import type { Channel } from "@/lib/domain/channels/channel";
import type { ConsentAttestation } from "./import-options";

type Person = { id: string; addresses: SubscriptionWrite[] };

/** A consent per person and attested channel on which the file can reach them. */
export function attestedConsents(
  people: readonly Person[],
  attestation: ConsentAttestation | null,
  now: Date,
): ConsentWrite[] {
  if (!attestation) return [];
  const { channels, status, source } = attestation;
  return people.flatMap(({ id, addresses }) =>
    channels
      .filter((channel) => reaches(addresses, channel))
      .map((channel) => ({ contactId: id, channel, category: "marketing", status, source, occurredAt: now })),
  );
}

/** E-mail needs an address and phone channels a number; what lives on a device needs none yet. */
function reaches(addresses: readonly SubscriptionWrite[], channel: Channel): boolean {
  if (channel === "email") return addresses.some((address) => address.channel === "email");
  if (channel === "sms" || channel === "whatsapp")
    return addresses.some((address) => address.channel === "sms");
  return true;
}
