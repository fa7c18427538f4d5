import { z } from "zod";
import { isCurrency } from "@/lib/domain/coupons/money/money";
import { parseMinor } from "@/lib/domain/coupons/performance/money";
import { wireCurrency } from "../wire/currency";

const money = z
  .int("A whole number of the currency's smallest unit, such as 129990 for 1,299.90")
  .min(0)
  .meta({ description: "In the currency's smallest unit." });

/** A whole number is in the currency's smallest unit, a text in the currency itself. */
export const exactMoney = z.union(
  [money, z.string().regex(/^\d{1,16}(\.\d{1,15})?$/, 'A decimal such as "1299.90"')],
  {
    error: 'A whole number of the currency\'s smallest unit, or a decimal as a text such as "1299.90"',
  },
);
const id = z.string().min(1).max(200);

const item = z.object({
  product_id: id,
  name: z.string().max(500).optional(),
  category: z.string().max(200).optional(),
  quantity: z.number().int().min(1).optional(),
  price: money.optional(),
  url: z.string().max(2_000).optional(),
  image_url: z.string().max(2_000).optional(),
});

const cart = z.object({
  cart_id: id,
  items: z.array(item).max(200).optional(),
  total: money.optional(),
  currency: wireCurrency.optional(),
  url: z.string().max(2_000).optional(),
});

/** What is wrong with an amount that is one, in its currency. */
const amountProblem = (amount: unknown, code: string): string | undefined =>
  isCurrency(code) && parseMinor(amount, code) === undefined
    ? `Finer or larger than an amount of ${code} can be`
    : undefined;

const zeroProblem = (amount: unknown, code: string): string | undefined =>
  isCurrency(code) && parseMinor(amount, code) === 0
    ? "A refund is more than nothing; without an amount it is the whole order"
    : undefined;

/** Events whose properties we understand; each may carry more. Amounts name their currency, or they are no amounts. */
export const commerceEvents: Record<string, z.ZodType> = {
  cart_updated: cart,
  cart_abandoned: cart,
  order_completed: z
    .object({
      order_id: id,
      cart_id: id.optional(),
      items: z.array(item).max(200).optional(),
      total: exactMoney,
      currency: wireCurrency,
      coupon_code: z.string().max(100).optional(),
    })
    .check(({ value: { total, currency: code }, issues }) => {
      const problem = amountProblem(total, code);
      if (problem) issues.push({ code: "custom", message: problem, input: total, path: ["total"] });
    }),
  order_refunded: z
    .object({
      order_id: id,
      refund_id: id.optional(),
      amount: exactMoney.optional(),
      currency: wireCurrency.optional(),
    })
    .check(({ value: { amount, currency: code }, issues }) => {
      if (amount === undefined) return;
      const problem = code ? (amountProblem(amount, code) ?? zeroProblem(amount, code)) : undefined;
      if (!code)
        issues.push({
          code: "custom",
          message: "An amount names its currency",
          input: code,
          path: ["currency"],
        });
      if (problem) issues.push({ code: "custom", message: problem, input: amount, path: ["amount"] });
    }),
  product_viewed: item,
};
