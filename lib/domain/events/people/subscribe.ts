import type { SubscriptionRow } from "@/db/queries/contacts/contact-row";
import { findContact, findSubscription, removeSubscription } from "@/db/queries/contacts/find-contact";
import { upsertSubscriptions } from "@/db/queries/contacts/upsert-contacts";
import { retryOnUniqueViolation } from "@/db/unique-violation";
import type { Channel } from "@/lib/domain/channels/channel";
import { type ParsedAddress, parseAddress } from "@/lib/domain/contacts/address";
import type { SubscriptionInput } from "@/lib/domain/contacts/saving/prepare-contact";
import type { TransactionContext, WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { invalidField, notFound } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { sourceOf } from "../prepare-event";
import { linkPerson, type PersonIds } from "./link-person";

type Input = PersonIds & { replaces?: string | undefined; subscription: SubscriptionInput };

type Subscribed = { contactId: string; subscription: SubscriptionRow };

/** Addresses that cannot be guessed, so that a page can take none from anybody. */
const channelsOfPages: readonly Channel[] = ["web_push", "app_push"];

export async function subscribe(
  ctx: WorkspaceContext,
  { replaces, subscription, ...ids }: Input,
): Promise<Subscribed> {
  ctx.require("subscriptions.write");
  const { channel } = subscription;
  if (sourceOf(ctx) === "browser" && !channelsOfPages.includes(channel))
    throw invalidField("subscription.channel", `Pages subscribe to ${channelsOfPages.join(" and ")} only.`);
  return retryOnUniqueViolation(() =>
    ctx.transaction(async (tx) => {
      const before = replaces === undefined ? undefined : await findSubscription(tx.scope, channel, replaces);
      const contactId = await whose(tx, ids, before);
      const contact = await findContact(tx.scope, contactId);
      if (!contact) throw notFound();
      const parsed = parseAddress(channel, subscription.address, contact.country);
      if ("problem" in parsed)
        throw invalidField("subscription.address", "This address is not usable.", parsed.problem);
      if (before && before.addressKey !== parsed.addressKey)
        await removeSubscription(tx.scope, { contactId: before.contactId, subscriptionId: before.id });
      return { contactId, subscription: await save(tx, contactId, subscription, parsed) };
    }),
  );
}

/** The ids say it; without them the address that is replaced does. */
async function whose(
  tx: TransactionContext,
  ids: PersonIds,
  before: SubscriptionRow | undefined,
): Promise<string> {
  if (ids.externalId !== undefined || ids.anonymousId !== undefined)
    return (await linkPerson(tx, ids)).contactId;
  if (before) return before.contactId;
  throw invalidField("external_id", "Give an external_id or an anonymous_id.", "required");
}

async function save(
  tx: TransactionContext,
  contactId: string,
  { channel, platform = "unknown", keys = undefined }: SubscriptionInput,
  parsed: ParsedAddress,
): Promise<SubscriptionRow> {
  const write = { ...parsed, id: newId(), contactId, channel, platform, keys: keys ?? null };
  await upsertSubscriptions(tx.scope, [write]);
  const saved = await findSubscription(tx.scope, channel, parsed.addressKey);
  if (!saved) throw notFound();
  return saved;
}
