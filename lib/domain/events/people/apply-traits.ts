import { listSubscriptionsOf, lockContact } from "@/db/queries/contacts/find-contact";
import { saveAddresses } from "@/db/queries/contacts/save-addresses";
import { updateContacts } from "@/db/queries/contacts/upsert-contacts";
import { setTraitSources } from "@/db/queries/events/traits";
import { type Contact, withAddresses } from "@/lib/domain/contacts/get-contact";
import { toReplacements } from "@/lib/domain/contacts/saving/main-addresses";
import {
  type ContactInput,
  prepareContact,
  toContactWrite,
  toSubscriptionWrites,
} from "@/lib/domain/contacts/saving/prepare-contact";
import type { TransactionContext } from "@/lib/platform/context/workspace-context";
import { invalidRequest, notFound } from "@/lib/platform/errors";
import { mayReplace, type TraitSource, withSources } from "../trait-precedence";

type Said = { source: TraitSource; at: Date };

/** Writes those traits that may replace what is known. A page never takes an address from somebody else. */
export async function applyTraits(
  tx: TransactionContext,
  contactId: string,
  traits: ContactInput,
  said: Said,
): Promise<void> {
  if (Object.keys(traits).length === 0) return;
  const row = await lockContact(tx.scope, contactId);
  if (!row) throw notFound();
  const known = withAddresses(row, await listSubscriptionsOf(tx.scope, [contactId]), []);
  const { input, names } = allowedOf(known, traits, said);
  const prepared = prepareContact(input, row.country);
  if ("errors" in prepared)
    throw invalidRequest(
      "An address is not usable.",
      prepared.errors.map((error) => ({ ...error, pointer: `traits.${error.pointer}` })),
    );
  if (names.length === 0) return;
  await updateContacts(tx.scope, [toContactWrite(input, contactId)]);
  await saveAddresses(tx.scope, toSubscriptionWrites(prepared.addresses, contactId), {
    replacements: toReplacements(prepared.mains, contactId),
    keepHolder: said.source === "browser",
  });
  await setTraitSources(tx.scope, contactId, withSources(sourcesOf(row), names, said));
}

const sourcesOf = (row: Pick<Contact, "traitSources" | "updatedAt">) => ({
  sources: row.traitSources,
  updatedAt: row.updatedAt,
});

type Allowed = { input: ContactInput; names: string[] };

function allowedOf(known: Contact, traits: ContactInput, said: Said): Allowed {
  const may = (name: string, value: unknown) =>
    mayReplace(name, said, { isEmpty: isEmpty(value), ...sourcesOf(known) });
  const { attributes = {}, ...fields } = traits;
  const ownFields = Object.keys(fields) as (keyof typeof fields & keyof Contact)[];
  const keptFields = ownFields.filter((field) => fields[field] !== undefined && may(field, known[field]));
  const keptAttributes = Object.keys(attributes).filter((name) =>
    may(`attributes.${name}`, known.attributes[name]),
  );
  const input: ContactInput = Object.fromEntries(keptFields.map((field) => [field, fields[field]]));
  if (keptAttributes.length > 0)
    input.attributes = Object.fromEntries(keptAttributes.map((name) => [name, attributes[name]]));
  return { input, names: [...keptFields, ...keptAttributes.map((name) => `attributes.${name}`)] };
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
