import { prepareContact } from "@/lib/domain/contacts/saving/prepare-contact";
import { applyTraits } from "@/lib/domain/events/people/apply-traits";
import { linkPerson } from "@/lib/domain/events/people/link-person";
import { sourceOf } from "@/lib/domain/events/prepare-event";
import type { TransactionContext } from "@/lib/platform/context/workspace-context";
import { invalidRequest } from "@/lib/platform/errors";
import type { DocumentPerson, KeptPerson } from "../notification-document";
import { toKeptPerson, toTraits } from "./person-words";

/** Addresses that nobody could be written to are named before anything is saved. */
export function assertUsablePerson({ profile }: DocumentPerson): void {
  const prepared = prepareContact(toTraits(profile));
  if (!("errors" in prepared)) return;
  throw invalidRequest(
    "What is said of the person cannot be taken as it is.",
    prepared.errors.map((error) => ({ ...error, pointer: `cdp_data.profile.${error.pointer}` })),
  );
}

/** What was true of somebody when the document was written; what is known to be newer stays. */
export async function savePerson(
  tx: TransactionContext,
  person: DocumentPerson,
  createdAt: string | undefined,
): Promise<KeptPerson> {
  const { contactId } = await linkPerson(tx, { externalId: person.user_id });
  const now = tx.now().getTime();
  const at = new Date(Math.min(now, createdAt === undefined ? now : Date.parse(createdAt)));
  await applyTraits(tx, contactId, toTraits(person.profile), { source: sourceOf(tx), at });
  return toKeptPerson(person, contactId);
}
