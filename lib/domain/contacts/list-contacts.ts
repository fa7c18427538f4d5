import { cursorOf } from "@/db/keyset";
import type { ContactRow } from "@/db/queries/contacts/contact-row";
import { listConsentsOf, listSubscriptionsOf } from "@/db/queries/contacts/find-contact";
import {
  type ContactListFilter,
  contactOrders,
  contactSorts,
  countContacts,
  listContacts as listContactRows,
} from "@/db/queries/contacts/list-contacts";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { type ListInput, type Page, parsePage, parseSort, toPage } from "@/lib/platform/paging";
import { type Contact, withAddresses } from "./get-contact";

export async function listContacts(
  ctx: WorkspaceContext,
  input: ListInput & ContactListFilter & { search?: string | undefined; sort?: string | undefined },
): Promise<Page<Contact>> {
  ctx.require("contacts.read");
  const order = contactOrders[parseSort(input.sort, contactSorts)];
  const filter: ContactListFilter = { ...input, q: input.q ?? input.search };
  const page = parsePage(input, order.keys.length);
  const [rows, total] = await Promise.all([
    listContactRows(ctx.scope, filter, order, page),
    countContacts(ctx.scope, filter),
  ]);
  const contacts = await addWhatIsSaid(ctx, rows);
  return toPage(contacts, page.limit, (row) => cursorOf(order, row), total);
}

async function addWhatIsSaid(ctx: WorkspaceContext, rows: ContactRow[]): Promise<Contact[]> {
  const ids = rows.map((row) => row.id);
  const [subscriptions, consents] = await ctx.scope.transaction((tx) =>
    Promise.all([listSubscriptionsOf(tx, ids), listConsentsOf(tx, ids)]),
  );
  const addressesOf = Map.groupBy(subscriptions, (subscription) => subscription.contactId);
  const wordsOf = Map.groupBy(consents, (consent) => consent.contactId);
  return rows.map((row) => withAddresses(row, addressesOf.get(row.id) ?? [], wordsOf.get(row.id) ?? []));
}
