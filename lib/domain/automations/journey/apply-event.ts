import {
  holdLive,
  type LiveAutomation,
  listListening,
  listVersionsOf,
} from "@/db/queries/automations/automations";
import {
  type EnrolmentRow,
  findLastEntry,
  lockActiveOf,
  lockEnrolmentOf,
  lockPerson,
  reopenEnrolment,
  resetTimer,
} from "@/db/queries/automations/enrolments";
import {
  findHappening,
  findOrderBefore,
  type HappeningRow,
  listHappenings,
  listMatching,
  type ToldHappening,
} from "@/db/queries/automations/facts";
import { insertPassages } from "@/db/queries/automations/passages";
import type { TransactionContext, WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { cartEvents, orderEvent } from "../definition";
import { readCart } from "./cart";
import { type Entry, enter } from "./enter";
import {
  type CartTouch,
  dueOnEntry,
  exitBy,
  isBackByTouch,
  isCartEvent,
  isSince,
  isStale,
  isTriggeredBy,
  mayReenter,
  touchOf,
  wasTouchedAfter,
} from "./entry-rules";
import { crowdedOut } from "./leaving/crowded-out";
import { type Leaving, leave } from "./leaving/leave";
import { newestTouch } from "./newest-cart";
import { wakeAt } from "./wake";

/** An event takes people out of automations, begins a wait again, and brings people in. Applied twice it changes nothing more. */
export async function applyEvent(ctx: WorkspaceContext, { eventId }: { eventId: string }): Promise<void> {
  ctx.require("automations.publish");
  const event = await findHappening(ctx.scope, eventId);
  if (!event) return;
  for (const automationId of await listListening(ctx.scope, event.name))
    await applyTo(ctx, automationId, event);
}

/** Whoever became part of another contact meanwhile did it as that one. */
async function applyTo(
  ctx: WorkspaceContext,
  automationId: string,
  { id, contactId }: HappeningRow,
): Promise<void> {
  const moved = await ctx.transaction(async (tx) => {
    await lockPerson(tx.scope, automationId, contactId);
    const event = await findHappening(tx.scope, id);
    if (event?.contactId !== contactId) return event;
    const automation = await holdLive(tx.scope, automationId);
    if (!automation) return undefined;
    await takeOut(tx, automation, event);
    if (automation.status === "live") await takeIn(tx, automation, event);
    return undefined;
  });
  if (moved) await applyTo(ctx, automationId, moved);
}

async function takeOut(tx: TransactionContext, { id }: LiveAutomation, event: HappeningRow): Promise<void> {
  const inside = await lockActiveOf(tx.scope, id, event.contactId);
  if (inside.length === 0) return;
  const versions = await listVersionsOf(tx.scope, inside);
  const later = event.name === orderEvent ? await laterTouches(tx, event) : [];
  const leavings = inside.flatMap((enrolment): Leaving[] => {
    const definition = versions(enrolment);
    if (!isSince(event, enrolment.triggeredAt, definition)) return [];
    const reason = exitBy(definition, enrolment.subject, event, later);
    return reason
      ? [{ enrolment, reason, detail: { event: event.name, at: event.occurredAt.toISOString() } }]
      : [];
  });
  await leave(tx, leavings);
}

/** What is told late may be older than what is known of the cart. */
const laterTouches = (tx: TransactionContext, { contactId, occurredAt }: HappeningRow) =>
  listHappenings(tx.scope, [contactId], { names: [...cartEvents], since: occurredAt });

async function takeIn(
  tx: TransactionContext,
  automation: LiveAutomation,
  event: ToldHappening,
): Promise<void> {
  const { definition } = automation;
  if (isCartEvent(definition, event)) {
    const { cart_id: cartId } = event.properties;
    const order = typeof cartId === "string" ? await findOrderBefore(tx.scope, event, cartId) : undefined;
    const touch = touchOf(definition, event, () => order);
    if (touch) await takeCart(tx, automation, event, touch);
  } else if (isTriggeredBy(definition, event)) await takeEvent(tx, automation, event);
}

async function takeCart(
  tx: TransactionContext,
  automation: LiveAutomation,
  event: ToldHappening,
  { cartId, entryKey, dueAt, isEmpty }: CartTouch,
): Promise<void> {
  const { contactId, occurredAt, properties } = event;
  // Whoever is inside with this cart goes on with it, whatever orders were known when they came in.
  const inside = await lockActiveOf(tx.scope, automation.id, contactId);
  const known =
    inside.find(({ subject }) => subject.kind === "cart" && subject.cartId === cartId) ??
    (await lockEnrolmentOf(tx.scope, { automationId: automation.id, contactId, entryKey }));
  if (isEmpty) {
    if (known?.status !== "active" || occurredAt < known.triggeredAt) return;
    if (!wasTouchedAfter(cartId, event, await laterTouches(tx, event)))
      await leave(tx, [{ enrolment: known, reason: "cart_emptied", detail: {} }]);
    return;
  }
  if (!known) {
    const subject = { kind: "cart", cartId } as const;
    const entry = { contactId, entryKey, subject, dueAt, triggeredAt: occurredAt, properties };
    const isIn = await admit(tx, automation, entry, dueOnEntry(automation.definition, event, dueAt));
    if (isIn) await makeRoom(tx, automation, contactId);
    return;
  }
  const until = await waitAgain(tx, automation, known, event, { cartId, dueAt });
  if (!until) return;
  const passage = {
    stepId: null,
    outcome: "reset",
    reason: null,
    detail: { until: until.toISOString() },
  } as const;
  await insertPassages(tx.scope, [
    {
      ...passage,
      enrolmentId: known.id,
      automationId: automation.id,
      isTest: false,
      at: tx.now(),
      runId: null,
    },
  ]);
  await wakeAt(tx, [until]);
  if (known.status !== "active") await makeRoom(tx, automation, contactId);
}

async function makeRoom(
  tx: TransactionContext,
  { id }: LiveAutomation,
  contactId: EnrolmentRow["contactId"],
): Promise<void> {
  const inside = await lockActiveOf(tx.scope, id, contactId);
  const reason = "newer_carts";
  await leave(
    tx,
    crowdedOut(inside, tx.now()).map((enrolment) => ({ enrolment, reason, detail: {} })),
  );
}

/**
 * Until when, where the wait begins anew: by another touch, also of a cart that had been emptied or had made room before
 * anything was written about it. The touch by which it came in may be told twice, and is no other.
 */
async function waitAgain(
  tx: TransactionContext,
  { definition }: LiveAutomation,
  { id, status, exitReason, stepId, triggeredAt }: EnrolmentRow,
  event: ToldHappening,
  { cartId, dueAt }: Pick<CartTouch, "cartId" | "dueAt">,
): Promise<Date | undefined> {
  const { properties } = event;
  if (status === "active") return (await resetTimer(tx.scope, id, { dueAt, properties })) ? dueAt : undefined;
  if (!isBackByTouch(exitReason) || stepId !== null || isStale(dueAt, tx.now())) return undefined;
  if (exitReason === "newer_carts" && event.occurredAt <= triggeredAt) return undefined;
  const newest = newestTouch(cartId, await laterTouches(tx, event));
  if (newest && readCart(newest.properties).items.length === 0) return undefined;
  const until = dueOnEntry(definition, event, dueAt);
  await reopenEnrolment(tx.scope, id, { dueAt: until, properties });
  return until;
}

async function takeEvent(
  tx: TransactionContext,
  automation: LiveAutomation,
  event: ToldHappening,
): Promise<void> {
  const { id, contactId, occurredAt, properties } = event;
  const { reentry } = automation.definition;
  const [inside, lastEntry] = await Promise.all([
    lockActiveOf(tx.scope, automation.id, contactId),
    findLastEntry(tx.scope, automation.id, contactId),
  ]);
  if (!mayReenter(reentry, event, { isInside: inside.length > 0, lastEntry })) return;
  await admit(tx, automation, {
    contactId,
    entryKey: `event:${id}`,
    subject: { kind: "event" },
    dueAt: occurredAt,
    triggeredAt: occurredAt,
    properties,
  });
}

async function admit(
  tx: TransactionContext,
  automation: LiveAutomation,
  entry: Entry,
  dueAt = entry.dueAt,
): Promise<boolean> {
  if (isStale(entry.dueAt, tx.now())) return false;
  const matching = await listMatching(tx.scope, [entry.contactId], automation.definition.audience);
  if (matching.length === 0) return false;
  await enter(tx, automation, [{ ...entry, dueAt }]);
  return true;
}
