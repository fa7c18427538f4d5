import { findContactNames, findRecipients } from "@/db/queries/providers/find-recipients";
import type { WorkspaceScope } from "@/db/scope";
import type { Channel } from "@/lib/domain/channels/channel";
import { addressKeyOf } from "@/lib/domain/contacts/address-key";
import { displayNameOf } from "@/lib/domain/contacts/contact";
import { isUuid } from "@/lib/platform/uuid";

export type Addressed = { channel: Channel; to: string };

export type NamedContact = { id: string; name: string };

const keyOf = ({ channel, to }: Addressed): string => `${channel} ${to}`;

/** Finds the person behind each address; web push endpoints are tried under the addresses the sandbox mints. */
export async function nameRecipients(
  scope: WorkspaceScope,
  addressed: readonly Addressed[],
  pushOrigins: readonly string[],
): Promise<(one: Addressed) => NamedContact | null> {
  const distinct = [...new Map(addressed.map((one) => [keyOf(one), one])).values()];
  const inApp = distinct.filter(({ channel, to }) => channel === "in_app" && isUuid(to));
  const clues = distinct
    .filter(({ channel }) => channel !== "in_app")
    .map(({ channel, to }) => ({ channel, to, addressKeys: addressKeysOf(channel, to, pushOrigins) }));
  const [recipients, contacts] = await Promise.all([
    findRecipients(scope, clues),
    findContactNames(
      scope,
      inApp.map(({ to }) => to),
    ),
  ]);
  const names = new Map<string, NamedContact>();
  for (const found of recipients)
    names.set(keyOf(found), { id: found.contactId, name: displayNameOf(found) });
  for (const found of contacts)
    names.set(keyOf({ channel: "in_app", to: found.id }), { id: found.id, name: displayNameOf(found) });
  return (one) => names.get(keyOf(one)) ?? null;
}

function addressKeysOf(channel: Channel, to: string, pushOrigins: readonly string[]): string[] {
  if (channel === "web_push") return pushOrigins.map((origin) => `${origin}/wpush/v2/${to}`);
  return [addressKeyOf(channel, to)];
}
