import { matchesFolded } from "@/db/matches-folded";
import type { WorkspaceScope } from "@/db/scope";
import type { OfferState } from "@/lib/domain/coupons/offers/offer";
import type { BatchRow } from "../batches/batch-row";

export type StockRow = Pick<
  BatchRow,
  "batchCode" | "name" | "source" | "status" | "quantity" | "generated" | "isDisabled"
> & {
  batchId: string;
  hasSecret: boolean;
  /** Written, and given to nobody. */
  free: number;
  offerId: string;
  offerName: string;
  offerState: OfferState;
  endsAt: Date | null;
  lastDay: string | null;
  timeZone: string;
};

type Wanted = { batchIds?: readonly string[]; q?: string | undefined; limit: number };

/** Batches with what is left of them, newest first. */
export function listStock(scope: WorkspaceScope, { batchIds, q, limit }: Wanted): Promise<StockRow[]> {
  const { fragment } = scope;
  return scope.sql<StockRow>`
    select b.id as batch_id, b.batch_code, b.name, b.source, b.status, b.quantity, b.generated, b.is_disabled,
      b.secret is not null as has_secret,
      b.generated - b.allocated + (select count(*)::int from returned_codes r
        where r.workspace_id = ${scope.id} and r.batch_id = b.id) as free,
      o.id as offer_id, o.name as offer_name, o.state as offer_state, o.ends_at,
      o.last_day::text as last_day, o.time_zone
    from coupon_batches b join offers o on o.workspace_id = ${scope.id} and o.id = b.offer_id
    where b.workspace_id = ${scope.id}
      ${batchIds ? fragment`and b.id = any(${[...batchIds]}::uuid[])` : fragment`and b.source <> 'sandbox'`}
      ${q ? fragment`and ${matchesFolded(scope, ["b.name", "b.batch_code", "o.name"], q)}` : fragment``}
    order by b.id desc limit ${limit}`;
}
