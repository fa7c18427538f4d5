import { deleteContact as deleteContactRow } from "@/db/queries/contacts/find-contact";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";
import { displayNameOf } from "./contact";

export async function deleteContact(
  ctx: WorkspaceContext,
  { contactId }: { contactId: string },
): Promise<void> {
  ctx.require("contacts.write");
  await ctx.transaction(async (tx) => {
    const deleted = await deleteContactRow(tx.scope, contactId);
    if (!deleted) throw notFound();
    await tx.audit("contact.deleted", { kind: "contact", id: contactId, name: displayNameOf(deleted) });
  });
}
