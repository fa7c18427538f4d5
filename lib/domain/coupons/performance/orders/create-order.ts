import { listOrders as listRows } from "@/db/queries/coupons/performance/list-orders";
import { aheadMillisMax, earliestEvent } from "@/lib/domain/events/event";
import { trackEvent } from "@/lib/domain/events/track-events";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { invalidField } from "@/lib/platform/errors";
import { parseMinor } from "../money";
import { type ListedOrder, toListed } from "./list-orders";
import { orderEvents } from "./order";

export type OrderInput = {
  orderId: string;
  contactId?: string | undefined;
  externalId?: string | undefined;
  createContact?: boolean | undefined;
  /** Minor units, or a decimal as a text. */
  total: number | string;
  currency: string;
  orderedAt?: Date | undefined;
};

/** Tells of an order the way its event does: of several for one order the same one counts. */
export async function createOrder(ctx: WorkspaceContext, input: OrderInput): Promise<ListedOrder> {
  ctx.require("events.track");
  const { orderId, total, currency, orderedAt, ...who } = input;
  if (parseMinor(total, currency) === undefined)
    throw invalidField("total", `Finer or larger than an amount of ${currency} can be.`);
  const latest = new Date(ctx.now().getTime() + aheadMillisMax);
  if (orderedAt && (orderedAt.getTime() < earliestEvent || orderedAt > latest))
    throw invalidField("ordered_at", "Between 1970 and a day ahead.");
  await trackEvent(ctx, {
    ...who,
    ...(orderedAt ? { id: `order:${orderId}`, occurredAt: orderedAt } : {}),
    name: orderEvents.completed,
    properties: { order_id: orderId, total, currency },
  });
  const [order] = await listRows(ctx.scope, { orderId }, { limit: 1, offset: 0, after: undefined });
  if (!order) throw new Error("An order that was told of is kept.");
  return toListed(order);
}
