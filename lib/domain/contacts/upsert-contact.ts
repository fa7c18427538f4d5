import { retryOnUniqueViolation } from "@/db/unique-violation";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { invalidField, invalidRequest } from "@/lib/platform/errors";
import { type ContactDetail, loadContact } from "./get-contact";
import { type ContactInput, prepareContact } from "./saving/prepare-contact";
import { saveContacts } from "./saving/save-contacts";

export async function upsertContact(ctx: WorkspaceContext, input: ContactInput): Promise<ContactDetail> {
  ctx.require("contacts.write");
  const prepared = prepareContact(input);
  if ("errors" in prepared) throw invalidRequest("The contact cannot be taken as it is.", prepared.errors);
  if (!input.externalId && prepared.addresses.length === 0) {
    throw invalidField(
      "external_id",
      "Give an external_id, an email, a phone or a subscription.",
      "required",
    );
  }
  return retryOnUniqueViolation(() =>
    ctx.transaction(async (tx) => {
      const saved = await saveContacts(tx.scope, [prepared], { now: ctx.now() });
      const id = saved.ids[0] ?? "";
      await tx.audit(
        saved.created ? "contact.created" : "contact.updated",
        { kind: "contact", id },
        input.consents ? { after: { consents: input.consents } } : {},
      );
      return loadContact(tx.scope, id);
    }),
  );
}
