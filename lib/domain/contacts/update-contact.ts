import { findContact } from "@/db/queries/contacts/find-contact";
import { saveAddresses } from "@/db/queries/contacts/save-addresses";
import { updateContacts, upsertConsents } from "@/db/queries/contacts/upsert-contacts";
import { isUniqueViolation } from "@/db/unique-violation";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { conflict, invalidRequest, notFound } from "@/lib/platform/errors";
import { type ContactDetail, loadContact } from "./get-contact";
import { toReplacements } from "./main-addresses";
import {
  type ContactInput,
  prepareContact,
  toConsentWrites,
  toContactWrite,
  toSubscriptionWrites,
} from "./prepare-contact";

export async function updateContact(
  ctx: WorkspaceContext,
  { contactId, ...input }: ContactInput & { contactId: string },
): Promise<ContactDetail> {
  ctx.require("contacts.write");
  const before = await findContact(ctx.scope, contactId);
  if (!before) throw notFound();
  const prepared = prepareContact(input, before.country);
  if ("errors" in prepared) throw invalidRequest("The contact cannot be taken as it is.", prepared.errors);
  return ctx
    .transaction(async (tx) => {
      await updateContacts(tx.scope, [toContactWrite(input, contactId, before)]);
      await saveAddresses(tx.scope, toSubscriptionWrites(prepared.addresses, contactId), {
        replacements: toReplacements(prepared.mains, contactId),
      });
      await upsertConsents(tx.scope, toConsentWrites(input, contactId, ctx.now()));
      await tx.audit("contact.updated", { kind: "contact", id: contactId }, { after: input });
      return loadContact(tx.scope, contactId);
    })
    .catch((error: unknown) => {
      if (isUniqueViolation(error))
        throw conflict("Another contact has this external_id.", { reason: "external_id_taken" });
      throw error;
    });
}
