import { z } from "zod";

const money = z.number().int().min(0).meta({ description: "In the currency's smallest unit." });
const currency = z.string().regex(/^[A-Z]{3}$/, "Three capital letters of ISO 4217");
const id = z.string().min(1).max(200);

const item = z.looseObject({
  product_id: id,
  name: z.string().max(500).optional(),
  category: z.string().max(200).optional(),
  quantity: z.number().int().min(1).optional(),
  price: money.optional(),
  url: z.string().max(2_000).optional(),
  image_url: z.string().max(2_000).optional(),
});

const cart = z.looseObject({
  cart_id: id,
  items: z.array(item).max(200).optional(),
  total: money.optional(),
  currency: currency.optional(),
});

/** Events whose properties we understand; each may carry more. Amounts name their currency, or they are no amounts. */
export const commerceEvents: Record<string, z.ZodType> = {
  cart_updated: cart,
  cart_abandoned: cart,
  order_completed: z.looseObject({
    order_id: id,
    cart_id: id.optional(),
    items: z.array(item).max(200).optional(),
    total: money,
    currency,
    coupon_code: z.string().max(100).optional(),
  }),
  product_viewed: item,
};
