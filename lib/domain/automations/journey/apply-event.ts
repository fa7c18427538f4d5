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
} from "@/db/queries/automations/facts";
import { insertPassages } from "@/db/queries/automations/passages";
import type { TransactionContext, WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { cartEvents, orderEvent } from "../definition";
import { readCart } from "./cart";
import { type Entry, enter } from "./enter";
import {
  type CartTouch,
  exitBy,
  isCartEvent,
  isSince,
  isStale,
  isTriggeredBy,
  mayReenter,
  touchOf,
  wasTouchedAfter,
} from "./entry-rules";
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
  event: HappeningRow,
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
  event: HappeningRow,
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
    await admit(tx, automation, { contactId, entryKey, subject, dueAt, triggeredAt: occurredAt, properties });
    return;
  }
  if (!(await waitAgain(tx, known, event, { cartId, dueAt }))) return;
  const passage = {
    stepId: null,
    outcome: "reset",
    reason: null,
    detail: { until: dueAt.toISOString() },
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
  await wakeAt(tx, [dueAt]);
}

/** Another touch begins the wait anew; so does filling a cart that had been emptied before anything was written about it. */
async function waitAgain(
  tx: TransactionContext,
  { id, status, exitReason, stepId }: EnrolmentRow,
  event: HappeningRow,
  { cartId, dueAt }: Pick<CartTouch, "cartId" | "dueAt">,
): Promise<boolean> {
  const { properties } = event;
  if (status === "active") return resetTimer(tx.scope, id, { dueAt, properties });
  if (exitReason !== "cart_emptied" || stepId !== null || isStale(dueAt, tx.now())) return false;
  const newest = newestTouch(cartId, await laterTouches(tx, event));
  if (newest && readCart(newest.properties).items.length === 0) return false;
  await reopenEnrolment(tx.scope, id, { dueAt, properties });
  return true;
}

async function takeEvent(
  tx: TransactionContext,
  automation: LiveAutomation,
  event: HappeningRow,
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

async function admit(tx: TransactionContext, automation: LiveAutomation, entry: Entry): Promise<void> {
  if (isStale(entry.dueAt, tx.now())) return;
  const matching = await listMatching(tx.scope, [entry.contactId], automation.definition.audience);
  if (matching.length > 0) await enter(tx, automation, [entry]);
}
