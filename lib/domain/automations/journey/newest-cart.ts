import { cartEvents } from "../definition";
import type { Happening } from "./advance";

/** The last word about a cart; the oldest come first. */
export const newestTouch = <Told extends Pick<Happening, "name" | "properties">>(
  cartId: string,
  happenings: readonly Told[],
): Told | undefined =>
  happenings.findLast(({ name, properties }) => cartEvents.includes(name) && properties.cart_id === cartId);

/** The cart as it was told last. */
export const newestCart = (
  cartId: string,
  happenings: readonly Pick<Happening, "name" | "properties">[],
): Record<string, unknown> | undefined => newestTouch(cartId, happenings)?.properties;
