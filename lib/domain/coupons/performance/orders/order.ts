import { isCurrency } from "../../money/money";
import { parseMinor } from "../money";

/** Tracked events that make up the orders. */
export const orderEvents = { completed: "order_completed", refunded: "order_refunded" } as const;

export type ToldOrder = { orderId: string; totalMinor: number; currency: string };

/** No amount: the whole order. */
export type ToldRefund = {
  orderId: string;
  refundId: string | undefined;
  amountMinor: number | null;
  currency: string | null;
};

type Properties = Record<string, unknown>;

/** For how many days after a click orders are attributed to its campaign where no redemption says otherwise. */
export const clickWindowDays = 7;

/** What an `order_completed` says; undefined where it says no order. */
export function readOrder({ order_id, total, currency }: Properties): ToldOrder | undefined {
  if (!isText(order_id) || !isCurrency(currency)) return undefined;
  const totalMinor = parseMinor(total, currency);
  return totalMinor === undefined ? undefined : { orderId: order_id, totalMinor, currency };
}

/** What an `order_refunded` says; undefined where it says no refund. */
export function readRefund({ order_id, refund_id, amount, currency }: Properties): ToldRefund | undefined {
  if (!isText(order_id)) return undefined;
  const refundId = isText(refund_id) ? refund_id : undefined;
  if (amount === undefined) return { orderId: order_id, refundId, amountMinor: null, currency: null };
  const amountMinor = isCurrency(currency) ? parseMinor(amount, currency) : undefined;
  if (!isCurrency(currency) || !amountMinor) return undefined;
  return { orderId: order_id, refundId, amountMinor, currency };
}

const isText = (value: unknown): value is string =>
  typeof value === "string" && value.length > 0 && value.length <= 200;
