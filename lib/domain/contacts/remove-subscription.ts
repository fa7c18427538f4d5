import { removeSubscription as removeRow } from "@/db/queries/contacts/find-contact";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";

export async function removeSubscription(
  ctx: WorkspaceContext,
  key: { contactId: string; subscriptionId: string },
): Promise<void> {
  ctx.require("contacts.write");
  await ctx.transaction(async (tx) => {
    const removed = await removeRow(tx.scope, key);
    if (!removed) throw notFound();
    const { channel, address } = removed;
    await tx.audit(
      "contact.address_removed",
      { kind: "contact", id: key.contactId },
      { after: { channel, address } },
    );
  });
}
