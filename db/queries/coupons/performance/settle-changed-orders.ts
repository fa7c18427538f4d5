import type { WorkspaceScope } from "@/db/scope";
import { settleOrders } from "./settle-orders";

/** Orders of people whose redemptions have changed since: the redemption may have come after the order, or gone. */
export const settleChangedOrders = (tx: WorkspaceScope, since: Date): Promise<number> =>
  settleOrders(
    tx,
    tx.fragment`o.order_id in (
      with touched as (
        select r.id, r.contact_id, r.order_id, r.redeemed_at from coupon_redemptions r
        where r.workspace_id = ${tx.id} and r.redeemed_at >= ${since}
        union select r.id, r.contact_id, r.order_id, r.redeemed_at from coupon_redemptions r
        where r.workspace_id = ${tx.id} and r.reversed_at >= ${since})
      select d.order_id from touched t
      join orders d on d.workspace_id = ${tx.id} and d.contact_id = t.contact_id and d.ordered_at >= t.redeemed_at
      union select d.order_id from touched t join orders d on d.workspace_id = ${tx.id} and d.order_id = t.order_id
      union select d.order_id from touched t join orders d on d.workspace_id = ${tx.id} and d.redemption_id = t.id)`,
  );
