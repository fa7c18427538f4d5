import type { Fragment } from "@/db/client";
import { escapeLike } from "@/db/escape-like";
import type { WorkspaceScope } from "@/db/scope";
import type { LedgerFilter } from "./ledger-row";

/** Of `r`, a redemption or a refusal. */
export function matchesLedgerFilter(
  scope: WorkspaceScope,
  filter: LedgerFilter,
  hasOrders: boolean,
): Fragment {
  const { fragment } = scope;
  const { codeKey, search, offerId, batchId, contactId, source, fromId, beforeId } = filter;
  const order = search && hasOrders ? fragment`or r.order_id = ${search.orderId}` : fragment``;
  const code = search?.codeKey
    ? fragment`or r.code_key like ${`${escapeLike(search.codeKey)}%`}`
    : fragment``;
  return fragment`
    r.workspace_id = ${scope.id}
    ${codeKey === undefined ? fragment`` : fragment`and r.code_key = ${codeKey}`}
    ${search ? fragment`and (r.contact_id = any(${search.contactIds}::uuid[]) ${order} ${code})` : fragment``}
    ${offerId ? fragment`and r.offer_id = ${offerId}` : fragment``}
    ${batchId ? fragment`and r.batch_id = ${batchId}` : fragment``}
    ${contactId ? fragment`and r.contact_id = ${contactId}` : fragment``}
    ${source ? fragment`and r.source = any(${source})` : fragment``}
    ${fromId ? fragment`and r.id >= ${fromId}` : fragment``}
    ${beforeId ? fragment`and r.id < ${beforeId}` : fragment``}`;
}

/** What stands beside a row of `r`. Whoever may not see an address sees its network: /24, or /48 of IPv6. */
export const surroundingsOf = (scope: WorkspaceScope): Fragment => scope.fragment`
  coalesce(k.code, r.code_key) as code, o.name as offer_name, o.kind, o.currency as offer_currency, b.batch_code, c.external_id, c.first_name, c.last_name,
  network(set_masklen(r.ip, case family(r.ip) when 4 then 24 else 48 end))::text as network`;

export const joinSurroundings = (scope: WorkspaceScope): Fragment => scope.fragment`
  left join coupon_codes k on k.workspace_id = ${scope.id} and k.code_key = r.code_key
  left join offers o on o.workspace_id = ${scope.id} and o.id = r.offer_id
  left join coupon_batches b on b.workspace_id = ${scope.id} and b.id = r.batch_id
  left join contacts c on c.workspace_id = ${scope.id} and c.id = r.contact_id`;
