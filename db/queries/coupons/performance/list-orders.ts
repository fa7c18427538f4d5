import type { WorkspaceScope } from "@/db/scope";
import type { PageRequest } from "@/lib/platform/paging";

export type OrderRow = {
  orderId: string;
  eventId: string;
  contactId: string | null;
  externalId: string | null;
  firstName: string | null;
  lastName: string | null;
  totalMinor: number;
  refundedMinor: number;
  currency: string;
  orderedAt: Date;
  redemptionId: string | null;
  offerId: string | null;
  offerName: string | null;
  campaignId: string | null;
  campaignName: string | null;
};

export type OrderFilter = {
  orderId?: string | undefined;
  contactId?: string | undefined;
  offerId?: string | undefined;
  campaignId?: string | undefined;
  isAttributed?: boolean | undefined;
  since?: Date | undefined;
  until?: Date | undefined;
};

/** The latest first, by when they were ordered. */
export async function listOrders(
  scope: WorkspaceScope,
  filter: OrderFilter,
  page: PageRequest,
): Promise<OrderRow[]> {
  const where = scope.fragment;
  const [afterAt, afterId] = page.after ?? [];
  const { orderId, contactId, offerId, campaignId, isAttributed, since, until } = filter;
  return scope.sql<OrderRow>`
    select o.order_id, o.event_id, o.contact_id, c.external_id, c.first_name, c.last_name, o.total_minor::float8 as total_minor,
      o.refunded_minor::float8 as refunded_minor, o.currency, o.ordered_at, o.redemption_id, r.offer_id,
      f.name as offer_name, o.campaign_id, m.name as campaign_name
    from orders o
    left join contacts c on c.workspace_id = ${scope.id} and c.id = o.contact_id
    left join coupon_redemptions r on r.workspace_id = ${scope.id} and r.id = o.redemption_id
    left join offers f on f.workspace_id = ${scope.id} and f.id = r.offer_id
    left join campaigns m on m.workspace_id = ${scope.id} and m.id = o.campaign_id
    where o.workspace_id = ${scope.id} and ${scope.all([
      orderId !== undefined && where`o.order_id = ${orderId}`,
      contactId && where`o.contact_id = ${contactId}`,
      offerId && where`r.offer_id = ${offerId}`,
      campaignId && where`o.campaign_id = ${campaignId}`,
      isAttributed === true && where`(o.redemption_id is not null or o.campaign_id is not null)`,
      isAttributed === false && where`o.redemption_id is null and o.campaign_id is null`,
      since && where`o.ordered_at >= ${since}`,
      until && where`o.ordered_at < ${until}`,
      afterAt && afterId && where`(o.ordered_at, o.event_id) < (${afterAt}::timestamptz, ${afterId}::uuid)`,
    ])}
    order by o.ordered_at desc, o.event_id desc limit ${page.limit + 1}`;
}
