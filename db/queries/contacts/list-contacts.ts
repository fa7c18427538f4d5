import type { WorkspaceScope } from "@/db/scope";
import { addressKeyOf } from "@/lib/domain/contacts/address-key";
import type { PageRequest } from "@/lib/platform/paging";
import type { ContactRow } from "./contact-row";
import { matchesSearch } from "./search-contacts";

export type ContactListFilter = {
  q?: string | undefined;
  kind?: string[] | undefined;
  channel?: string[] | undefined;
  country?: string[] | undefined;
  /** One of these. */
  tag?: string[] | undefined;
  externalId?: string | undefined;
  email?: string | undefined;
  /** Made by this import. */
  importJobId?: string | undefined;
};

export const contactSorts = ["-created_at", "created_at", "name", "-name"] as const;

export type ContactSort = (typeof contactSorts)[number];

type Order = {
  column: "id" | "name_key";
  direction: "asc" | "desc";
  compare: "<" | ">";
  /** What a cursor of this order holds of the last row. */
  cursor: readonly ("nameKey" | "id")[];
};

const orders: Record<ContactSort, Order> = {
  "-created_at": { column: "id", direction: "desc", compare: "<", cursor: ["id"] },
  created_at: { column: "id", direction: "asc", compare: ">", cursor: ["id"] },
  name: { column: "name_key", direction: "asc", compare: ">", cursor: ["nameKey", "id"] },
  "-name": { column: "name_key", direction: "desc", compare: "<", cursor: ["nameKey", "id"] },
};

export const contactCursorParts = (sort: ContactSort): number => orders[sort].cursor.length;

export const cursorOfContact = (sort: ContactSort, row: ContactRow): string[] =>
  orders[sort].cursor.map((field) => row[field]);

/** Ids grow with time, so the newest contact has the largest. */
export async function listContacts(
  scope: WorkspaceScope,
  filter: ContactListFilter,
  sort: ContactSort,
  page: PageRequest,
) {
  const order = orders[sort];
  const direction = scope.keyword(order.direction);
  return scope.sql<ContactRow>`
    select c.* from contacts c
    where c.workspace_id = ${scope.id} and ${contactConditions(scope, filter)} ${afterCursor(scope, sort, page.after)}
    order by c.${scope.name(order.column)} ${direction}, c.id ${direction}
    limit ${page.limit + 1} offset ${page.after ? 0 : page.offset}`;
}

export async function countContacts(scope: WorkspaceScope, filter: ContactListFilter): Promise<number> {
  const rows = await scope.sql<{ count: number }>`
    select count(*)::int as count from contacts c where c.workspace_id = ${scope.id} and ${contactConditions(scope, filter)}`;
  return rows[0]?.count ?? 0;
}

function afterCursor(scope: WorkspaceScope, sort: ContactSort, after: string[] | undefined) {
  if (!after) return scope.fragment``;
  const compare = scope.keyword(orders[sort].compare);
  const [first = "", second] = after;
  return second === undefined
    ? scope.fragment`and c.id ${compare} ${first}::uuid`
    : scope.fragment`and (c.name_key, c.id) ${compare} (${first}, ${second}::uuid)`;
}

/** What a listed, exported or changed contact must meet. */
export function contactConditions(scope: WorkspaceScope, filter: ContactListFilter) {
  const where = scope.fragment;
  return scope.all([
    filter.kind && where`c.kind = any(${filter.kind})`,
    filter.country && where`c.country = any(${filter.country})`,
    filter.tag && where`c.tags && ${filter.tag}::text[]`,
    filter.importJobId && where`c.import_job_id = ${filter.importJobId}`,
    filter.externalId && where`c.external_id = ${filter.externalId}`,
    filter.email &&
      hasAddress(
        scope,
        where`s.channel = 'email' and s.address_key = ${addressKeyOf("email", filter.email)}`,
      ),
    filter.channel && hasAddress(scope, where`s.channel = any(${filter.channel}) and s.status = 'active'`),
    filter.q && matchesSearch(scope, filter.q),
  ]);
}

const hasAddress = (scope: WorkspaceScope, condition: unknown) => scope.fragment`
  exists (select 1 from subscriptions s where s.workspace_id = ${scope.id} and s.contact_id = c.id and s.status <> 'removed'
    and ${condition})`;
