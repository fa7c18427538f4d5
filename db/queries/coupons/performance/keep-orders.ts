import type { WorkspaceScope } from "@/db/scope";

export type OrderWrite = {
  orderId: string;
  contactId: string;
  totalMinor: number;
  currency: string;
  orderedAt: Date;
  eventId: string;
  isFromServer: boolean;
};

export type RefundWrite = {
  orderId: string;
  refundId: string;
  amountMinor: number | null;
  currency: string | null;
  refundedAt: Date;
};

/** An order and its refund may come at the same time: the later transaction must see what the earlier one wrote. */
export async function lockOrders(tx: WorkspaceScope, orderIds: string[]): Promise<void> {
  await tx.sql`
    select pg_advisory_xact_lock(hashtextextended(${tx.id} || i.id, 0))
    from (select id from unnest(${orderIds}::text[]) as t(id) order by id) i`;
}

/** Of several events for one order the server's count before a browser's, and then the earliest. */
export async function upsertOrders(tx: WorkspaceScope, orders: readonly OrderWrite[]): Promise<void> {
  const column = <T>(read: (order: OrderWrite) => T): T[] => orders.map(read);
  await tx.sql`
    with told as (
      select distinct on (t.order_id) t.* from unnest(${column((o) => o.orderId)}::text[],
        ${column((o) => o.contactId)}::uuid[], ${column((o) => String(o.totalMinor))}::text[]::bigint[],
        ${column((o) => o.currency)}::text[], ${column((o) => o.orderedAt.toISOString())}::text[]::timestamptz[],
        ${column((o) => o.eventId)}::uuid[], ${column((o) => String(o.isFromServer))}::text[]::boolean[])
        as t(order_id, contact_id, total_minor, currency, ordered_at, event_id, is_from_server)
      order by t.order_id, t.is_from_server desc, t.ordered_at, t.event_id),
    left_hours as (
      insert into stale_performance_hours (workspace_id, hour)
      select distinct ${tx.id}::uuid, date_trunc('hour', o.ordered_at, 'UTC') from told t
      join orders o on o.workspace_id = ${tx.id} and o.order_id = t.order_id and o.ordered_at <> t.ordered_at
      on conflict do nothing)
    insert into orders as o (workspace_id, order_id, contact_id, total_minor, currency, ordered_at, event_id, is_from_server)
    select ${tx.id}, t.order_id, t.contact_id, t.total_minor, t.currency, t.ordered_at, t.event_id, t.is_from_server
    from told t order by t.order_id
    on conflict (workspace_id, order_id) do update set contact_id = excluded.contact_id,
      total_minor = excluded.total_minor, refunded_minor = 0, currency = excluded.currency,
      ordered_at = excluded.ordered_at, event_id = excluded.event_id, is_from_server = excluded.is_from_server,
      updated_at = now()
    where (not excluded.is_from_server, excluded.ordered_at, excluded.event_id)
      < (not o.is_from_server, o.ordered_at, o.event_id)`;
}

export async function insertRefunds(tx: WorkspaceScope, refunds: readonly RefundWrite[]): Promise<void> {
  const column = <T>(read: (refund: RefundWrite) => T): T[] => refunds.map(read);
  await tx.sql`
    insert into order_refunds (workspace_id, order_id, refund_id, amount_minor, currency, refunded_at)
    select ${tx.id}, t.* from unnest(${column((r) => r.orderId)}::text[], ${column((r) => r.refundId)}::text[],
      ${column((r) => (r.amountMinor === null ? null : String(r.amountMinor)))}::text[]::bigint[],
      ${column((r) => r.currency)}::text[], ${column((r) => r.refundedAt.toISOString())}::text[]::timestamptz[]) as t
    on conflict do nothing`;
}
