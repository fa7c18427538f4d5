import { type LiveAutomation, listListening, listVersionsOf } from "@/db/queries/automations/automations";
import {
  findLastEntry,
  lockActiveOf,
  lockEnrolmentOf,
  resetTimer,
} from "@/db/queries/automations/enrolments";
import {
  findHappening,
  findOrderBefore,
  type HappeningRow,
  listMatching,
} from "@/db/queries/automations/facts";
import { insertPassages } from "@/db/queries/automations/passages";
import type { TransactionContext, WorkspaceContext } from "@/lib/platform/context/workspace-context";
import type { ExitReason } from "../automation";
import { cartEvents, type Definition, orderEvent } from "../definition";
import { readCart } from "./cart";
import { type Entry, enter } from "./enter";
import { type Leaving, leave } from "./leave";
import { meetsAll } from "./property-condition";
import type { Subject } from "./subject";
import { wakeAt } from "./wake";

const minuteMillis = 60_000;
const dayMillis = 24 * 60 * minuteMillis;

/** What is due longer ago than this when it is told is past: nobody is written to about it. */
const staleMillis = dayMillis;

/** An event takes people out of automations, begins a wait again, and brings people in. Applied twice it changes nothing more. */
export async function applyEvent(ctx: WorkspaceContext, { eventId }: { eventId: string }): Promise<void> {
  ctx.require("automations.publish");
  const event = await findHappening(ctx.scope, eventId);
  if (!event) return;
  for (const automation of await listListening(ctx.scope, event.name)) {
    await ctx.transaction(async (tx) => {
      await takeOut(tx, automation, event);
      if (automation.status === "live") await takeIn(tx, automation, event);
    });
  }
}

async function takeOut(tx: TransactionContext, { id }: LiveAutomation, event: HappeningRow): Promise<void> {
  const inside = await lockActiveOf(tx.scope, id, event.contactId);
  const versions = await listVersionsOf(tx.scope, inside);
  const leavings = inside.flatMap((enrolment): Leaving[] => {
    const definition = versions(enrolment);
    if (event.occurredAt < enrolment.triggeredAt) return [];
    const isOwnTrigger = definition.trigger.kind === "event" && definition.trigger.event === event.name;
    if (isOwnTrigger && event.occurredAt <= enrolment.triggeredAt) return [];
    const reason = exitBy(definition, enrolment.subject, event);
    return reason
      ? [{ enrolment, reason, detail: { event: event.name, at: event.occurredAt.toISOString() } }]
      : [];
  });
  await leave(tx, leavings);
}

/** Why an event takes somebody out; the same rules are asked again before each message. */
function exitBy(
  { trigger, exits }: Definition,
  subject: Subject,
  event: HappeningRow,
): ExitReason | undefined {
  if (trigger.kind === "cart_abandoned" && subject.kind === "cart" && event.name === orderEvent) {
    const { cart_id: cartId } = event.properties;
    if (cartId === undefined || cartId === null || cartId === subject.cartId) return "ordered";
  }
  const isOut = exits.some(
    (exit) => exit.kind === "event" && exit.event === event.name && meetsAll(event.properties, exit.where),
  );
  return isOut ? "event" : undefined;
}

function takeIn(tx: TransactionContext, automation: LiveAutomation, event: HappeningRow): Promise<void> {
  const { trigger } = automation.definition;
  if (trigger.kind === "cart_abandoned" && cartEvents.includes(event.name))
    return takeCart(tx, automation, event);
  const isTrigger =
    trigger.kind === "event" && trigger.event === event.name && meetsAll(event.properties, trigger.where);
  return isTrigger ? takeEvent(tx, automation, event) : Promise.resolve();
}

async function takeCart(
  tx: TransactionContext,
  automation: LiveAutomation,
  event: HappeningRow,
): Promise<void> {
  const { trigger } = automation.definition;
  const { cart_id: cartId } = event.properties;
  if (trigger.kind !== "cart_abandoned" || typeof cartId !== "string") return;
  const { contactId, occurredAt, properties } = event;
  // Shops use a cart's id again after an order: what comes after one is another cart.
  const order = await findOrderBefore(tx.scope, event, cartId);
  const entryKey = order === undefined ? `cart:${cartId}` : `cart:${cartId}:${order}`;
  const known = await lockEnrolmentOf(tx.scope, { automationId: automation.id, contactId, entryKey });
  if (readCart(properties).items.length === 0) {
    if (known?.status === "active" && occurredAt >= known.triggeredAt)
      await leave(tx, [{ enrolment: known, reason: "cart_emptied", detail: {} }]);
    return;
  }
  // Whoever says that a cart was abandoned has waited already.
  const wait = event.name === "cart_abandoned" ? 0 : trigger.afterMinutes * minuteMillis;
  const dueAt = new Date(occurredAt.getTime() + wait);
  if (known) {
    if (!(await resetTimer(tx.scope, known.id, { dueAt, properties }))) return;
    await insertPassages(tx.scope, [
      {
        enrolmentId: known.id,
        automationId: automation.id,
        isTest: false,
        at: tx.now(),
        stepId: null,
        outcome: "reset",
        reason: null,
        detail: { until: dueAt.toISOString() },
        runId: null,
      },
    ]);
    await wakeAt(tx, [dueAt]);
    return;
  }
  const subject: Subject = { kind: "cart", cartId };
  await admit(tx, automation, { contactId, entryKey, subject, dueAt, triggeredAt: occurredAt, properties });
}

async function takeEvent(
  tx: TransactionContext,
  automation: LiveAutomation,
  event: HappeningRow,
): Promise<void> {
  const { reentry } = automation.definition;
  const { id, contactId, occurredAt, properties } = event;
  if (reentry.kind !== "once") {
    const inside = await lockActiveOf(tx.scope, automation.id, contactId);
    if (inside.length > 0) return;
    const last = await findLastEntry(tx.scope, automation.id, contactId);
    if (reentry.kind === "after" && last && occurredAt.getTime() < last.getTime() + reentry.days * dayMillis)
      return;
  }
  const entryKey = reentry.kind === "once" ? "once" : `event:${id}`;
  const subject: Subject = { kind: "event" };
  await admit(tx, automation, {
    contactId,
    entryKey,
    subject,
    dueAt: occurredAt,
    triggeredAt: occurredAt,
    properties,
  });
}

async function admit(tx: TransactionContext, automation: LiveAutomation, entry: Entry): Promise<void> {
  if (entry.dueAt.getTime() < tx.now().getTime() - staleMillis) return;
  const matching = await listMatching(tx.scope, [entry.contactId], automation.definition.audience);
  if (matching.length > 0) await enter(tx, automation, [entry]);
}
