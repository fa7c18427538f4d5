import { findContact, lockContact } from "@/db/queries/contacts/find-contact";
import { lockClues } from "@/db/queries/contacts/lock-clues";
import { saveAddresses } from "@/db/queries/contacts/save-addresses";
import { updateContacts, upsertConsents } from "@/db/queries/contacts/upsert-contacts";
import { isUniqueViolation, retryOnUniqueViolation } from "@/db/unique-violation";
import type { TransactionContext, WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { conflict, invalidRequest, notFound } from "@/lib/platform/errors";
import { type ContactDetail, loadContact } from "./get-contact";
import { cluesOf } from "./saving/gather-people";
import { toReplacements } from "./saving/main-addresses";
import {
  type ContactInput,
  type PreparedContact,
  prepareContact,
  toConsentWrites,
  toContactWrite,
  toSubscriptionWrites,
} from "./saving/prepare-contact";

export async function updateContact(
  ctx: WorkspaceContext,
  { contactId, ...input }: ContactInput & { contactId: string },
): Promise<ContactDetail> {
  ctx.require("contacts.write");
  const before = await findContact(ctx.scope, contactId);
  if (!before) throw notFound();
  const prepared = prepareContact(input, before.country);
  if ("errors" in prepared) throw invalidRequest("The contact cannot be taken as it is.", prepared.errors);
  return retryOnUniqueViolation(() => ctx.transaction((tx) => change(tx, contactId, prepared))).catch(
    (error: unknown) => {
      if (isUniqueViolation(error))
        throw conflict("Another contact has this external_id.", { reason: "external_id_taken" });
      throw error;
    },
  );
}

async function change(
  tx: TransactionContext,
  contactId: string,
  prepared: PreparedContact,
): Promise<ContactDetail> {
  const { input, addresses, mains } = prepared;
  // The clues before the row, as an upsert takes them.
  await lockClues(tx.scope, cluesOf(prepared));
  if (!(await lockContact(tx.scope, contactId))) throw notFound();
  await updateContacts(tx.scope, [toContactWrite(input, contactId)]);
  await saveAddresses(tx.scope, toSubscriptionWrites(addresses, contactId), {
    replacements: toReplacements(mains, contactId),
  });
  await upsertConsents(tx.scope, toConsentWrites(input, contactId, tx.now()));
  await tx.audit("contact.updated", { kind: "contact", id: contactId }, { after: input });
  return loadContact(tx.scope, contactId);
}
