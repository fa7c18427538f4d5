import { instantOfWall, wallMillisAt } from "@/lib/domain/timing/zone-clock";
import type { ExitReason } from "../automation";
import { cartEvents, type Definition, orderEvent, type Reentry, type Trigger } from "../definition";
import type { Happening } from "./advance";
import { readCart } from "./cart";
import { meetsAll } from "./property-condition";
import { birthdayIn, monthDayOf, type Subject } from "./subject";

const minuteMillis = 60_000;
export const dayMillis = 24 * 60 * minuteMillis;

/** What is due longer ago than this when it is told is past: nobody is written to about it. */
const staleMillis = dayMillis;

export const isStale = (dueAt: Date, now: Date): boolean => dueAt.getTime() < now.getTime() - staleMillis;

/** Whether an event can say anything about somebody who came in at an instant: what began it and what came before cannot. */
export function isSince(
  { name, occurredAt }: Happening,
  triggeredAt: Date,
  { trigger }: Definition,
): boolean {
  const isOwn = trigger.kind === "event" && trigger.event === name;
  return isOwn ? occurredAt > triggeredAt : occurredAt >= triggeredAt;
}

/**
 * Why an event takes somebody out at once; the same rules are asked again before each message. `others`: what else is
 * known since the person came in.
 */
export function exitBy(
  { trigger, exits }: Definition,
  subject: Subject,
  event: Happening,
  others: readonly Happening[],
): ExitReason | undefined {
  if (trigger.kind === "cart_abandoned" && subject.kind === "cart" && isOrderOf(subject.cartId, event))
    return wasTouchedAfter(subject.cartId, event, others) ? undefined : "ordered";
  const isOut = exits.some(
    (exit) => exit.kind === "event" && exit.event === event.name && meetsAll(event.properties, exit.where),
  );
  return isOut ? "event" : undefined;
}

/** A cart that was touched again after an order is another one, after it was emptied a full one, whichever is told of first. */
export const wasTouchedAfter = (
  cartId: string,
  { occurredAt: then }: Happening,
  happenings: readonly Happening[],
): boolean =>
  happenings.some(
    ({ name, occurredAt, properties }) =>
      cartEvents.includes(name) &&
      properties.cart_id === cartId &&
      occurredAt > then &&
      readCart(properties).items.length > 0,
  );

/** An order that names no cart is taken to be of all. */
export function isOrderOf(cartId: string, { name, properties }: Happening): boolean {
  const { cart_id: named } = properties;
  return name === orderEvent && (named === undefined || named === null || named === cartId);
}

export const isCartEvent = ({ trigger }: Definition, { name }: Happening): boolean =>
  trigger.kind === "cart_abandoned" && cartEvents.includes(name);

/** When the wait for a cart that was last touched so ends. */
export const waitAfterTouch = (
  { afterMinutes }: Extract<Trigger, { kind: "cart_abandoned" }>,
  { name, occurredAt, isFromPage }: Happening,
): Date => {
  // Whoever says that a cart was abandoned has waited already; a page's key may be anybody's, and is not taken at its word.
  const hasWaited = name === "cart_abandoned" && !isFromPage;
  return new Date(occurredAt.getTime() + (hasWaited ? 0 : afterMinutes * minuteMillis));
};

/** Nor does a page begin a wait in the past. */
export function dueOnEntry(
  { trigger }: Definition,
  event: Happening & { receivedAt: Date },
  dueAt: Date,
): Date {
  if (trigger.kind !== "cart_abandoned" || !event.isFromPage) return dueAt;
  const due = waitAfterTouch(trigger, { ...event, occurredAt: event.receivedAt });
  return due > dueAt ? due : dueAt;
}

/** Whoever left so comes back when the cart is touched again. */
export const isBackByTouch = (reason: string | null): boolean =>
  reason === "cart_emptied" || reason === "newer_carts";

export type CartTouch = { cartId: string; entryKey: string; dueAt: Date; isEmpty: boolean };

/** `order`: the last one before the event. Shops use a cart's id again after an order: what comes then is another cart. */
export function touchOf(
  { trigger }: Definition,
  event: Happening,
  order: (cartId: string) => string | undefined,
): CartTouch | undefined {
  const { properties } = event;
  const { cart_id: cartId } = properties;
  if (trigger.kind !== "cart_abandoned" || typeof cartId !== "string") return undefined;
  const before = order(cartId);
  return {
    cartId,
    entryKey: before === undefined ? `cart:${cartId}` : `cart:${cartId}:${before}`,
    dueAt: waitAfterTouch(trigger, event),
    isEmpty: readCart(properties).items.length === 0,
  };
}

export const isTriggeredBy = ({ trigger }: Definition, { name, properties }: Happening): boolean =>
  trigger.kind === "event" && trigger.event === name && meetsAll(properties, trigger.where);

/** Whether somebody who was inside before may come in for another event. */
export function mayReenter(
  reentry: Reentry,
  { occurredAt }: Happening,
  { isInside, lastEntry }: { isInside: boolean; lastEntry: Date | undefined },
): boolean {
  if (reentry.kind === "once") return lastEntry === undefined;
  if (isInside) return false;
  if (reentry.kind === "always" || !lastEntry) return true;
  return occurredAt.getTime() >= lastEntry.getTime() + reentry.days * dayMillis;
}

export type Birthday = { entryKey: string; subject: Subject; dueAt: Date };

/** The celebration that lies between two instants, on the person's clock. */
export function birthdayBetween(
  birthDate: string,
  { at, leapDay }: Extract<Trigger, { kind: "birthday" }>,
  timeZone: string,
  { from, to }: { from: number; to: number },
): Birthday | undefined {
  const monthDay = monthDayOf(birthDate);
  const year = new Date(wallMillisAt(from, timeZone)).getUTCFullYear();
  for (const candidate of [year - 1, year, year + 1]) {
    const day = birthdayIn(candidate, monthDay, leapDay);
    const dueAt = instantOfWall(Date.parse(`${day}T${at}:00Z`), timeZone);
    if (dueAt < from || dueAt > to) continue;
    return {
      entryKey: `birthday:${candidate}`,
      subject: { kind: "birthday", monthDay },
      dueAt: new Date(dueAt),
    };
  }
  return undefined;
}

export type Silence = { entryKey: string; subject: Subject; dueAt: Date };

/** An absence becomes one when it has lasted; the next one begins with the next activity. */
export const silenceAfter = (lastActiveAt: Date, days: number): Silence => ({
  entryKey: `inactive:${lastActiveAt.toISOString()}`,
  subject: { kind: "inactive", lastActiveAt: lastActiveAt.toISOString() },
  dueAt: new Date(lastActiveAt.getTime() + days * dayMillis),
});

export type Ending = { entryKey: string; subject: Subject; dueAt: Date };

/** Once per person, offer and end: an offer that is prolonged ends anew. */
export const couponEnding = (
  { offerId, batchId, seq, endsAt }: { offerId: string; batchId: string; seq: number; endsAt: Date },
  days: number,
): Ending => ({
  entryKey: `coupon:${offerId}:${endsAt.toISOString()}`,
  subject: { kind: "coupon", batchId, seq },
  dueAt: new Date(endsAt.getTime() - days * dayMillis),
});

export const membershipEnding = (expiresAt: Date, days: number): Ending => ({
  entryKey: `membership:${expiresAt.toISOString()}`,
  subject: { kind: "membership", expiresAt: expiresAt.toISOString() },
  dueAt: new Date(expiresAt.getTime() - days * dayMillis),
});
