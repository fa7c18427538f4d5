import type { WorkspaceScope } from "@/db/scope";
import { type SubscriptionWrite, upsertSubscriptions } from "./upsert-contacts";

/** The address that a contact's `email` or `phone` is from now on; a null key leaves it without. */
export type AddressReplacement = { contactId: string; channel: string; addressKey: string | null };

type Place = { contactId: string; channel: string; addressKey: string; since: string };

type Options = { replacements: AddressReplacement[]; keepHolder?: boolean };

/**
 * Saves addresses, each replacement in the place of the one it replaces; gives the contacts that are different now.
 * Of several that name one address the last has it, with `keepHolder` the first.
 */
export async function saveAddresses(
  tx: WorkspaceScope,
  said: SubscriptionWrite[],
  { replacements, keepHolder = false }: Options,
): Promise<string[]> {
  const subscriptions = eachAddressOnce(keepHolder ? said.toReversed() : said);
  if (replacements.length === 0) return upsertSubscriptions(tx, subscriptions, { keepHolder });
  const freed = await removeReplaced(tx, replacements);
  const changed = await upsertSubscriptions(tx, subscriptions, { keepHolder });
  await takePlaces(
    tx,
    freed.filter((place): place is Place => place.addressKey !== null),
  );
  return [...new Set([...changed, ...freed.map(({ contactId }) => contactId)])];
}

/** A statement may name each endpoint once. */
const eachAddressOnce = (said: SubscriptionWrite[]): SubscriptionWrite[] => [
  ...new Map(said.map((address) => [`${address.channel}:${address.addressKey}`, address])).values(),
];

/** Which address is replaced is `mainAddressOf` in SQL. */
async function removeReplaced(
  tx: WorkspaceScope,
  replacements: AddressReplacement[],
): Promise<(Omit<Place, "addressKey"> & { addressKey: string | null })[]> {
  const column = (read: (replacement: AddressReplacement) => string | null) => replacements.map(read);
  return tx.sql`
    with shown as materialized (
      select distinct on (r.contact_id, r.channel) s.id, r.contact_id, r.channel, r.address_key
      from unnest(${column((r) => r.contactId)}::uuid[], ${column((r) => r.channel)}::text[],
        ${column((r) => r.addressKey)}::text[]) as r(contact_id, channel, address_key)
      join subscriptions s on s.workspace_id = ${tx.id} and s.contact_id = r.contact_id and s.channel = r.channel
        and s.status <> 'removed'
      order by r.contact_id, r.channel, s.status <> 'active', s.created_at, s.id)
    update subscriptions s set status = 'removed', updated_at = now()
    from shown where s.workspace_id = ${tx.id} and s.id = shown.id and shown.address_key is distinct from s.address_key
    returning shown.contact_id, shown.channel, shown.address_key, s.created_at::text as since`;
}

async function takePlaces(tx: WorkspaceScope, places: Place[]): Promise<void> {
  if (places.length === 0) return;
  const column = (read: (place: Place) => string) => places.map(read);
  await tx.sql`
    update subscriptions s set created_at = r.since
    from unnest(${column((p) => p.contactId)}::uuid[], ${column((p) => p.channel)}::text[],
      ${column((p) => p.addressKey)}::text[], ${column((p) => p.since)}::text[]::timestamptz[])
      as r(contact_id, channel, address_key, since)
    where s.workspace_id = ${tx.id} and s.channel = r.channel and s.address_key = r.address_key
      and s.contact_id = r.contact_id`;
}
