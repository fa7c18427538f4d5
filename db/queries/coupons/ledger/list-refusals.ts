import { pageOf } from "@/db/keyset";
import type { WorkspaceScope } from "@/db/scope";
import type { PageRequest } from "@/lib/platform/paging";
import { joinSurroundings, matchesLedgerFilter, surroundingsOf } from "./ledger-filter";
import type { LedgerFilter, RefusalRow } from "./ledger-row";
import { ledgerOrders } from "./list-redemptions";

export type RefusalFilter = LedgerFilter & {
  reason?: readonly string[] | undefined;
  act?: readonly string[] | undefined;
};

export async function listRefusals(
  scope: WorkspaceScope,
  filter: RefusalFilter,
  sort: keyof typeof ledgerOrders,
  page: PageRequest,
): Promise<RefusalRow[]> {
  const { fragment } = scope;
  return scope.sql<RefusalRow>`
    with page as materialized (
      select r.* from coupon_refusals r where ${matchesLedgerFilter(scope, filter, false)}
        ${filter.reason ? fragment`and r.reason = any(${filter.reason})` : fragment``}
        ${filter.act ? fragment`and r.act = any(${filter.act})` : fragment``}
        ${pageOf(scope, ledgerOrders[sort], page)})
    select r.id, r.act, r.reason, r.rule, r.seen, r.needed, r.offer_id, r.batch_id, r.code_key, r.contact_id, r.ip, r.user_agent,
      r.source, r.created_at, ${surroundingsOf(scope)}
    from page r ${joinSurroundings(scope)}
    order by r.id ${scope.keyword(ledgerOrders[sort].direction)}`;
}
