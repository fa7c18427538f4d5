import { byAge, type Order, pageOf } from "@/db/keyset";
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

type ContactSort = (typeof contactSorts)[number];

const byName = [
  ["c.name_key", "nameKey"],
  ["c.id", "id"],
] as const;

export const contactOrders: Record<ContactSort, Order<"nameKey" | "id">> = {
  ...byAge("c.id"),
  name: { direction: "asc", keys: byName },
  "-name": { direction: "desc", keys: byName },
};

export async function listContacts(
  scope: WorkspaceScope,
  filter: ContactListFilter,
  order: Order,
  page: PageRequest,
) {
  return scope.sql<ContactRow>`
    select c.* from contacts c
    where c.workspace_id = ${scope.id} and ${contactConditions(scope, filter)}
    ${pageOf(scope, order, page)}`;
}

export async function countContacts(scope: WorkspaceScope, filter: ContactListFilter): Promise<number> {
  const rows = await scope.sql<{ count: number }>`
    select count(*)::int as count from contacts c where c.workspace_id = ${scope.id} and ${contactConditions(scope, filter)}`;
  return rows[0]?.count ?? 0;
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
