import type { WorkspaceScope } from "@/db/scope";

/** What messages say of the coupon beside its code. */
export type Coupon = {
  batchId: string;
  offerName: string;
  endsAt: Date | null;
  timeZone: string;
};

export async function findCoupon(scope: WorkspaceScope, batchId: string): Promise<Coupon | undefined> {
  const rows = await scope.sql<Coupon>`
    select b.id as batch_id, o.name as offer_name, o.ends_at, o.time_zone
    from coupon_batches b join offers o on o.workspace_id = ${scope.id} and o.id = b.offer_id
    where b.workspace_id = ${scope.id} and b.id = ${batchId}`;
  return rows[0];
}
