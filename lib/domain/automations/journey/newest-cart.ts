import { cartEvents } from "../definition";
import type { Happening } from "./advance";

/** The cart as it was told last; the oldest come first. */
export const newestCart = (
  cartId: string,
  happenings: readonly Pick<Happening, "name" | "properties">[],
): Record<string, unknown> | undefined =>
  happenings.findLast(({ name, properties }) => cartEvents.includes(name) && properties.cart_id === cartId)
    ?.properties;
