import type { ExitReason } from "../automation";

type Item = { category: string | null; inStock: boolean };

/** The cart as it was last told. */
export type Cart = { items: Item[] };

/** Shops say stock as `in_stock` or as a number `stock`; what says nothing is taken to be there. */
export function readCart(properties: Record<string, unknown>): Cart {
  const { items } = properties;
  // A cart told without its items is one whose content nobody knows; an empty list is an empty cart.
  if (!Array.isArray(items)) return { items: [{ category: null, inStock: true }] };
  return { items: items.filter(isRecord).map(readItem) };
}

function readItem({ category, in_stock: inStock, stock, quantity }: Record<string, unknown>): Item {
  const isThere = inStock !== false && !(typeof stock === "number" && stock <= 0) && quantity !== 0;
  return { category: typeof category === "string" ? category : null, inStock: isThere };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Why a cart is no reason to write any more; undefined while it is one. */
export function refuseCart({ items }: Cart, category: string | null): ExitReason | undefined {
  if (items.length === 0) return "cart_emptied";
  const wanted = category === null ? items : items.filter((item) => isOf(item, category));
  if (wanted.length === 0) return "cart_category";
  return wanted.some(({ inStock }) => inStock) ? undefined : "out_of_stock";
}

const isOf = (item: Item, category: string): boolean =>
  item.category?.normalize("NFC").toLowerCase() === category.normalize("NFC").toLowerCase();
