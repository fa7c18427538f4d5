import { type AudienceFilter, everyone } from "@/lib/domain/audience/audience-filter";
import type { Channel, MessageCategory } from "@/lib/domain/channels/channel";
import type { Content } from "@/lib/domain/content/content";
import type { Tracking } from "@/lib/domain/events/tracking/tracking";

export const triggerKinds = [
  "event",
  "cart_abandoned",
  "birthday",
  "inactive",
  "coupon_expiring",
  "membership_expiring",
] as const;

export const propertyOperators = [
  "equals",
  "not_equals",
  "contains",
  "gt",
  "gte",
  "lt",
  "lte",
  "is_set",
  "is_not_set",
] as const;

/** About a property of an event; `property` may lead inside with dots, and through every item of a list. */
export type PropertyCondition = {
  property: string;
  operator: (typeof propertyOperators)[number];
  value?: string | number | boolean | undefined;
};

const asksNothing: readonly PropertyCondition["operator"][] = ["is_set", "is_not_set"];

export const asksForValue = (operator: PropertyCondition["operator"]): boolean =>
  !asksNothing.includes(operator);

/** Still being written: as it stands it would hold for nobody, or for everybody. */
export const isUnfinished = ({ property, operator, value }: PropertyCondition): boolean =>
  property.trim() === "" || (asksForValue(operator) && String(value ?? "").trim() === "");

export const leapDayPolicies = ["feb_28", "mar_1"] as const;

/** What brings people in. */
export type Trigger =
  | { kind: "event"; event: string; where: PropertyCondition[] }
  /** A cart that nobody has touched for a while; `category`: only with something of it in the cart. */
  | { kind: "cart_abandoned"; afterMinutes: number; category: string | null }
  /** `at`: the hour on the person's clock. */
  | { kind: "birthday"; at: string; leapDay: (typeof leapDayPolicies)[number] }
  | { kind: "inactive"; days: number }
  /** So many days before the offer ends of which somebody has a code that is not used. */
  | { kind: "coupon_expiring"; days: number }
  | { kind: "membership_expiring"; days: number };

export const reentryKinds = ["once", "always", "after"] as const;

/** Of event triggers: whether somebody who was inside may come in again. Each cart, birthday, absence and ending brings somebody in once. */
export type Reentry = { kind: "once" } | { kind: "always" } | { kind: "after"; days: number };

export type ConditionTest =
  | { kind: "audience"; filter: AudienceFilter }
  /** Whether the event happened to the person since they came in. */
  | { kind: "event"; event: string; where: PropertyCondition[]; did: boolean };

export const otherwiseKinds = ["exit", "skip_next"] as const;

export type WaitStep = { id: string; kind: "wait"; minutes: number };

/** Until the clock shows `at` next, where the person is. */
export type WaitUntilStep = { id: string; kind: "wait_until"; at: string };

export type ConditionStep = {
  id: string;
  kind: "condition";
  test: ConditionTest;
  /** What happens to those who do not meet it. */
  otherwise: (typeof otherwiseKinds)[number];
};

export type MessageStep = {
  id: string;
  kind: "message";
  /** The first of these on which the person can be reached. */
  channels: Channel[];
  category: MessageCategory;
  contents: Content[];
  isBestTime: boolean;
  ttlSeconds: number | null;
  priority: "normal" | "high";
  /** Null: what is usual on the channel. */
  tracking: Tracking | null;
  /** Of which batch each recipient gets a code; absent or null: nobody does. */
  couponBatchId?: string | null | undefined;
  /** How many in a hundred get the message without one. */
  couponHoldoutPercent?: number | undefined;
};

export const stepKinds = ["wait", "wait_until", "condition", "message"] as const;

/** A step keeps its id for life: its figures and its report are found by it. */
export type Step = WaitStep | WaitUntilStep | ConditionStep | MessageStep;

export const exitRuleKinds = ["event", "unsubscribed", "left_audience"] as const;

/** What takes somebody out, looked at when it happens and again before each message. */
export type ExitRule =
  | { kind: "event"; event: string; where: PropertyCondition[] }
  | { kind: "unsubscribed" }
  | { kind: "left_audience" };

export type Definition = {
  trigger: Trigger;
  /** Who may come in. */
  audience: AudienceFilter;
  reentry: Reentry;
  steps: Step[];
  exits: ExitRule[];
  /** ISO; who came due before it is not taken in. */
  startsAt?: string | null | undefined;
};

export const emptyDefinition: Definition = {
  trigger: { kind: "event", event: "", where: [] },
  audience: everyone,
  reentry: { kind: "once" },
  steps: [],
  exits: [],
};

export const stepsMax = 50;
export const exitsMax = 10;
export const conditionsPerEventMax = 10;
export const minutesMax = 365 * 24 * 60;
export const inactiveDaysMax = 730;
export const expiringDaysMax = 365;
export const reentryDaysMax = 730;

export const cartEvents: readonly string[] = ["cart_updated", "cart_abandoned"];
export const orderEvent = "order_completed";

/** Whether it was due before the automation begins. */
export const isTooEarly = ({ startsAt }: Definition, dueAt: Date): boolean =>
  startsAt !== undefined && startsAt !== null && dueAt.getTime() < Date.parse(startsAt);

/** Events that somebody must look at while this is live. */
export function listenedEvents({ trigger, exits }: Pick<Definition, "trigger" | "exits">): string[] {
  const names = exits.flatMap((exit) => (exit.kind === "event" ? [exit.event] : []));
  if (trigger.kind === "event") names.push(trigger.event);
  if (trigger.kind === "cart_abandoned") names.push(...cartEvents, orderEvent);
  return [...new Set(names)];
}

/** Events whose past is looked at while somebody goes through. */
export function askedEvents({ trigger, exits, steps }: Definition): string[] {
  const names = steps.flatMap((step) =>
    step.kind === "condition" && step.test.kind === "event" ? [step.test.event] : [],
  );
  return [...new Set([...listenedEvents({ trigger, exits }), ...names])];
}

export const messageSteps = ({ steps }: Pick<Definition, "steps">): MessageStep[] =>
  steps.filter((step) => step.kind === "message");
