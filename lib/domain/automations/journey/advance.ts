import type { AudienceFilter } from "@/lib/domain/audience/audience-filter";
import type { Channel, MessageCategory } from "@/lib/domain/channels/channel";
import { minutesOfClock } from "@/lib/domain/timing/clock-time";
import { instantOfWall, wallMillisAt } from "@/lib/domain/timing/zone-clock";
import type { ExitReason, PassageOutcome } from "../automation";
import { type Definition, type MessageStep, messageSteps, type Step } from "../definition";
import { type Cart, refuseCart } from "./cart";
import { dayMillis, exitBy, waitAfterTouch } from "./entry-rules";
import { newestTouch } from "./newest-cart";
import { meetsAll } from "./property-condition";
import { monthDayOf, type Subject } from "./subject";

export type Happening = {
  name: string;
  occurredAt: Date;
  isFromPage?: boolean;
  properties: Record<string, unknown>;
};

/** What is known of a person as they go on. */
export type Facts = {
  /** IANA. */
  timeZone: string;
  meets: (filter: AudienceFilter) => boolean;
  /** Events that the definition asks about, since the person came in. */
  happenings: readonly Happening[];
  /** Of the cart the enrolment is about; null when nobody ever told it. */
  cart: Cart | null;
  birthDate: string | null;
  lastActiveAt: Date | null;
  /** Whether the code that the enrolment is about was used. */
  isCouponUsed: boolean;
  /** Of the person's membership; null when there is none, or it never ends. */
  membershipExpiresAt: Date | null;
  /** Whether the gate would let a message through now. */
  canReach: (channel: Channel, category: MessageCategory) => boolean;
  /** Whether the person said no to it. */
  hasRefused: (channel: Channel, category: MessageCategory) => boolean;
  /** The moment at which sending hours, and the best time where it is asked for, let it go; undefined: they have no say. */
  sendAt: (step: MessageStep, channel: Channel, isBestTime: boolean) => Date | undefined;
};

export type Position = {
  /** Where the person waits; null at the trigger. */
  stepId: string | null;
  subject: Subject;
  skipWaits: boolean;
};

export type Passage = {
  stepId: string | null;
  outcome: PassageOutcome;
  reason: string | null;
  detail: Record<string, unknown>;
};

export type Advance = {
  passages: Passage[];
  messages: { step: MessageStep; channel: Channel }[];
  next:
    | { kind: "wait"; stepId: string | null; dueAt: Date }
    | { kind: "completed" }
    | { kind: "exited"; reason: ExitReason };
};

const minuteMillis = 60_000;

/**
 * Everything that happens to a person at this moment, up to the next wait or the end. Pure: what is sent, waited for
 * and ended follows from the definition, the position and the facts alone, in a test as in earnest.
 */
export function advance(definition: Definition, position: Position, facts: Facts, now: Date): Advance {
  const passages: Passage[] = [];
  const messages: Advance["messages"] = [];
  const end = (next: Advance["next"]): Advance => ({ passages, messages, next });
  const pass = (stepId: string | null, outcome: PassageOutcome, reason: string | null = null, detail = {}) =>
    passages.push({ stepId, outcome, reason, detail });

  const exit = leave(definition, position, facts);
  if (exit) {
    pass(position.stepId, "exited", exit.reason, exit.detail);
    return end({ kind: "exited", reason: exit.reason });
  }
  const touched = position.skipWaits ? undefined : waitAnew(definition, position, facts, now);
  if (touched) {
    pass(null, "reset", null, { until: touched.toISOString() });
    return end({ kind: "wait", stepId: null, dueAt: touched });
  }
  const waited = definition.steps.findIndex(({ id }) => id === position.stepId);
  // Before a message it was its time that was waited for, and the message is still to come.
  const isBeforeMessage = definition.steps[waited]?.kind === "message";
  let index = isBeforeMessage ? waited : waited + 1;
  if (position.stepId !== null) pass(position.stepId, "waited");
  for (let step = definition.steps[index]; step; step = definition.steps[index]) {
    if (step.kind === "message") {
      const channel = channelFor(step, facts);
      const isBestTime = step.isBestTime && !(isBeforeMessage && index === waited);
      const sendAt = position.skipWaits ? undefined : facts.sendAt(step, channel, isBestTime);
      // Waited for here and not by the sender: what happens until then is looked at before it goes.
      if (sendAt && sendAt > now) {
        pass(step.id, "waiting", isBestTime ? "best_time" : "sending_hours", { until: sendAt.toISOString() });
        return end({ kind: "wait", stepId: step.id, dueAt: sendAt });
      }
      messages.push({ step, channel });
      pass(step.id, "sent", null, { channel });
      index += 1;
    } else if (step.kind === "condition") {
      const isMet = test(step.test, facts);
      pass(step.id, isMet ? "met" : "not_met");
      if (!isMet && step.otherwise === "exit") {
        pass(step.id, "exited", "condition");
        return end({ kind: "exited", reason: "condition" });
      }
      index += isMet ? 1 : 2;
    } else {
      const dueAt = dueOf(step, facts.timeZone, now);
      if (!position.skipWaits) {
        pass(step.id, "waiting", null, { until: dueAt.toISOString() });
        return end({ kind: "wait", stepId: step.id, dueAt });
      }
      pass(step.id, "waited", "skipped");
      index += 1;
    }
  }
  pass(null, "completed");
  return end({ kind: "completed" });
}

/** A touch of the cart that nobody has applied yet begins the wait again, too. */
function waitAnew(
  { trigger }: Definition,
  { stepId, subject }: Position,
  facts: Facts,
  now: Date,
): Date | undefined {
  if (trigger.kind !== "cart_abandoned" || subject.kind !== "cart" || stepId !== null) return undefined;
  const touch = newestTouch(subject.cartId, facts.happenings);
  const dueAt = touch && waitAfterTouch(trigger, touch);
  return dueAt && dueAt > now ? dueAt : undefined;
}

/** Whom nothing reaches is still handed to the gate, whose answer says why. */
const channelFor = ({ channels, category }: MessageStep, { canReach }: Facts): Channel => {
  const channel = channels.find((one) => canReach(one, category)) ?? channels[0];
  if (!channel) throw new Error("A published message has a channel.");
  return channel;
};

const test = (condition: Extract<Step, { kind: "condition" }>["test"], facts: Facts): boolean =>
  condition.kind === "audience"
    ? facts.meets(condition.filter)
    : facts.happenings.some(
        ({ name, properties }) => name === condition.event && meetsAll(properties, condition.where),
      ) === condition.did;

function dueOf(step: Extract<Step, { kind: "wait" | "wait_until" }>, timeZone: string, now: Date): Date {
  if (step.kind === "wait") return new Date(now.getTime() + step.minutes * minuteMillis);
  return nextClockTime(step.at, timeZone, now);
}

/** The next moment at which the zone's clocks show `at` (HH:MM). */
function nextClockTime(at: string, timeZone: string, now: Date): Date {
  const wall = wallMillisAt(now.getTime(), timeZone);
  const today = Math.floor(wall / dayMillis) * dayMillis + (minutesOfClock(at) ?? 0) * minuteMillis;
  const first = instantOfWall(today, timeZone);
  return new Date(first > now.getTime() ? first : instantOfWall(today + dayMillis, timeZone));
}

type Leave = { reason: ExitReason; detail: Record<string, unknown> };

function leave(definition: Definition, { subject }: Position, facts: Facts): Leave | undefined {
  for (const event of facts.happenings) {
    const reason = exitBy(definition, subject, event, facts.happenings);
    if (reason) return { reason, detail: { event: event.name, at: event.occurredAt.toISOString() } };
  }
  return leaveByTrigger(definition, subject, facts) ?? leaveByRule(definition, facts);
}

/** What the trigger itself says: the reason to write is gone. */
function leaveByTrigger({ trigger }: Definition, subject: Subject, facts: Facts): Leave | undefined {
  if (trigger.kind === "cart_abandoned" && subject.kind === "cart") {
    const refused = facts.cart && refuseCart(facts.cart, trigger.category);
    return refused ? { reason: refused, detail: { category: trigger.category } } : undefined;
  }
  if (subject.kind === "coupon" && facts.isCouponUsed) return { reason: "coupon_used", detail: {} };
  if (subject.kind === "membership" && facts.membershipExpiresAt?.getTime() !== Date.parse(subject.expiresAt))
    return { reason: "membership_renewed", detail: { at: facts.membershipExpiresAt?.toISOString() ?? null } };
  if (subject.kind === "birthday" && facts.birthDate && monthDayOf(facts.birthDate) !== subject.monthDay)
    return { reason: "birthday_changed", detail: { birthDate: facts.birthDate } };
  if (
    subject.kind === "inactive" &&
    facts.lastActiveAt &&
    facts.lastActiveAt > new Date(subject.lastActiveAt)
  )
    return { reason: "active_again", detail: { at: facts.lastActiveAt.toISOString() } };
  return undefined;
}

function leaveByRule(definition: Definition, facts: Facts): Leave | undefined {
  for (const rule of definition.exits) {
    if (rule.kind === "unsubscribed" && saidNo(definition, facts))
      return { reason: "unsubscribed", detail: {} };
    if (rule.kind === "left_audience" && !facts.meets(definition.audience))
      return { reason: "left_audience", detail: {} };
  }
  return undefined;
}

function saidNo(definition: Definition, { hasRefused }: Facts): boolean {
  const used = messageSteps(definition).flatMap(({ channels, category }) =>
    channels.map((channel) => hasRefused(channel, category)),
  );
  return used.length > 0 && !used.includes(false);
}
