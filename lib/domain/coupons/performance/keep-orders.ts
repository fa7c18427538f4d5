import {
  insertRefunds,
  lockOrders,
  type OrderWrite,
  upsertOrders,
} from "@/db/queries/coupons/performance/keep-orders";
import { settleOrders } from "@/db/queries/coupons/performance/settle-orders";
import type { EventWrite } from "@/db/queries/events/insert-events";
import type { WorkspaceScope } from "@/db/scope";
import { orderEvents, readOrder, readRefund } from "./order";

/**
 * What events say of orders, in the transaction that keeps the events: each order once, each refund once, in whatever order
 * they come. Each event is about the contact at its position. Events of other names cost a comparison.
 */
export async function keepOrders(
  tx: WorkspaceScope,
  events: readonly EventWrite[],
  contactIds: readonly string[],
): Promise<void> {
  const completed = events.flatMap((event, n) =>
    event.name === orderEvents.completed ? [{ event, contactId: contactIds[n] ?? "" }] : [],
  );
  // A page's key is in everybody's hands: what came in is told by it, never what is given back.
  const refunded = events.filter(({ name, source }) => name === orderEvents.refunded && source !== "browser");
  if (completed.length + refunded.length === 0) return;
  const orders = completed.flatMap(({ event, contactId }): OrderWrite[] => {
    const order = readOrder(parse(event));
    if (!order) return [];
    const { id: eventId, occurredAt: orderedAt, source } = event;
    return [{ ...order, eventId, contactId, orderedAt, isFromServer: source !== "browser" }];
  });
  const refunds = refunded.flatMap((event) => {
    const refund = readRefund(parse(event));
    return refund ? [{ ...refund, refundId: refund.refundId ?? event.id, refundedAt: event.occurredAt }] : [];
  });
  const ids = [...new Set([...orders, ...refunds].map(({ orderId }) => orderId))];
  if (ids.length === 0) return;
  await lockOrders(tx, ids);
  if (orders.length > 0) await upsertOrders(tx, orders);
  if (refunds.length > 0) await insertRefunds(tx, refunds);
  await settleOrders(tx, tx.fragment`o.order_id = any(${ids}::text[])`);
}

const parse = ({ properties }: EventWrite) => JSON.parse(properties) as Record<string, unknown>;
