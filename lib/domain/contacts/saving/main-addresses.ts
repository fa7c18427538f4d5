import type { AddressReplacement } from "@/db/queries/contacts/save-addresses";
import type { AddressWrite, MainAddress, PreparedContact } from "./prepare-contact";

/**
 * Which addresses an upsert replaces. Without an external id the first address only says who is meant: it takes
 * nobody's place.
 */
export function upsertedMains({ input, addresses: [clue], mains }: PreparedContact): MainAddress[] {
  if (input.externalId) return mains;
  return mains.filter(
    ({ channel, addressKey }) => channel !== clue?.channel || addressKey !== clue.addressKey,
  );
}

type Said<A> = { addresses: A[]; mains: MainAddress[] };

/** What is said later about `email` or `phone` takes the place of what was said before. */
export function addressesAfter<A extends AddressWrite>(earlier: Said<A>, later: Said<A>): Said<A> {
  const isReplaced = ({ isMain, channel, addressKey }: A) =>
    isMain && later.mains.some((main) => main.channel === channel && main.addressKey !== addressKey);
  return {
    addresses: [...earlier.addresses.filter((address) => !isReplaced(address)), ...later.addresses],
    mains: [
      ...earlier.mains.filter(({ channel }) => !later.mains.some((main) => main.channel === channel)),
      ...later.mains,
    ],
  };
}

export const toReplacements = (mains: MainAddress[], contactId: string): AddressReplacement[] =>
  mains.map((main) => ({ ...main, contactId }));
