import { trackEvent } from "@/lib/domain/events/track-events";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";

type Told = { orderId: string; occurredAt?: Date; id?: string };

export const trackOrder = (
  ctx: WorkspaceContext,
  { orderId, total, currency = "TRY", ...rest }: Told & { total: number | string; currency?: string },
) =>
  trackEvent(ctx, {
    name: "order_completed",
    externalId: "shopper",
    properties: { order_id: orderId, total, currency },
    ...rest,
  });

export const trackRefund = (
  ctx: WorkspaceContext,
  { orderId, amount, refundId, ...rest }: Told & { amount?: number | string; refundId?: string },
) =>
  trackEvent(ctx, {
    name: "order_refunded",
    externalId: "shopper",
    properties: {
      order_id: orderId,
      ...(refundId === undefined ? {} : { refund_id: refundId }),
      ...(amount === undefined ? {} : { amount, currency: "TRY" }),
    },
    ...rest,
  });
