import type { SubscriptionRow } from "@/db/queries/contacts/contact-row";
import { findContact, findSubscription } from "@/db/queries/contacts/find-contact";
import { upsertSubscriptions } from "@/db/queries/contacts/upsert-contacts";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { invalidField, notFound } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { parseAddress } from "./address";
import type { SubscriptionInput } from "./saving/prepare-contact";

/** One more address for a contact; 400 `address` names what is wrong with it. */
export async function addSubscription(
  ctx: WorkspaceContext,
  { contactId, channel, address, platform = "unknown", keys }: SubscriptionInput & { contactId: string },
): Promise<SubscriptionRow> {
  ctx.require("contacts.write");
  const contact = await findContact(ctx.scope, contactId);
  if (!contact) throw notFound();
  const parsed = parseAddress(channel, address, contact.country);
  if ("problem" in parsed) throw invalidField("address", "This address is not usable.", parsed.problem);
  return ctx.transaction(async (tx) => {
    const write = { ...parsed, id: newId(), contactId, channel, platform, keys: keys ?? null };
    await upsertSubscriptions(tx.scope, [write]);
    const added = await findSubscription(tx.scope, channel, parsed.addressKey);
    if (!added) throw notFound();
    await tx.audit(
      "contact.address_added",
      { kind: "contact", id: contactId },
      { after: { channel, address: added.address } },
    );
    return added;
  });
}
