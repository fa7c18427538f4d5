import type { AudienceFilter } from "@/lib/domain/audience/audience-filter";
import type { Channel } from "@/lib/domain/channels/channel";
import { askedEvents, type Definition, isTooEarly } from "../definition";
import { advance, type Facts, type Happening, type Passage } from "../journey/advance";
import { readCart } from "../journey/cart";
import {
  dayMillis,
  type Ending,
  exitBy,
  isBackByTouch,
  isCartEvent,
  isOrderOf,
  isSince,
  isTriggeredBy,
  mayReenter,
  touchOf,
} from "../journey/entry-rules";
import { crowdedOut } from "../journey/leaving/crowded-out";
import { newestCart } from "../journey/newest-cart";
import type { Subject } from "../journey/subject";
import { membershipEndOf, nextByCalendar } from "./calendar";
import { judgeEvents } from "./judge-events";
import { type Scenario, scenarioDaysMax } from "./scenario";
import { Share } from "./share";

type Traveller = {
  entryKey: string;
  subject: Subject;
  triggeredAt: Date;
  properties: Record<string, unknown>;
  stepId: string | null;
  /** Undefined once they are through or out. */
  dueAt: Date | undefined;
  /** Out until the cart is touched again. */
  isBackByTouch?: boolean;
};

export type Moment = { atMinutes: number; stepId: string };

export type Simulation = {
  messages: Moment[];
  timeline: (Pick<Passage, "stepId" | "outcome" | "reason"> & { atMinutes: number })[];
  /** It was given up: what came after is not known. */
  isTooLong: boolean;
};

const minuteMillis = 60_000;
/** What no scenario that people write comes near. */
const turnsMax = 5_000;
const workMillisMax = 1_000;

/**
 * The scenario's year in one go: the same rules that decide in earnest, with the test's own clock, person and events.
 * The sender's rules (sending hours, caps, best time) are not asked: a message counts when it is handed over.
 * It shares the process with everything else, so it takes turns with it and does not go on for ever.
 */
export function simulate(
  definition: Definition,
  scenario: Scenario,
  meets: (filter: AudienceFilter) => boolean,
  share = new Share(workMillisMax),
): Promise<Simulation> {
  return new Simulated(definition, scenario, meets).run(share);
}

class Simulated {
  private readonly start: number;
  private readonly told: (Happening & { id: string })[];
  private readonly travellers: Traveller[] = [];
  /** Whoever was turned away does not come a second time for the same reason either. */
  private readonly entries = new Set<string>();
  private readonly result: Simulation = { messages: [], timeline: [], isTooLong: false };
  private readonly asked: ReadonlySet<string>;

  constructor(
    private readonly definition: Definition,
    private readonly scenario: Scenario,
    private readonly meets: (filter: AudienceFilter) => boolean,
  ) {
    this.start = Date.parse(scenario.startsAt);
    this.asked = new Set(askedEvents(definition));
    this.told = scenario.events
      .map(({ atMinutes, name, properties }) => ({
        name,
        properties,
        occurredAt: new Date(this.start + atMinutes * minuteMillis),
      }))
      .sort((left, right) => left.occurredAt.getTime() - right.occurredAt.getTime())
      .map((event, no) => ({ ...event, id: String(no) }));
  }

  async run(share: Share): Promise<Simulation> {
    const isThrough = (await judgeEvents(this.definition, this.told, share)) && (await this.takeTurns(share));
    return { ...this.result, isTooLong: !isThrough };
  }

  private async takeTurns(share: Share): Promise<boolean> {
    const end = this.start + scenarioDaysMax * dayMillis;
    let next = 0;
    for (let turn = 0; turn < turnsMax; turn += 1) {
      if (!(await share.goesOn())) return false;
      const event = this.told[next];
      const due = this.nextDue();
      const calendar = this.nextByCalendar(next);
      const at = Math.min(
        ...[event?.occurredAt, due?.dueAt, calendar?.dueAt].map((one) => one?.getTime() ?? Infinity),
      );
      if (at > end) return true;
      if (event && event.occurredAt.getTime() === at) {
        this.apply(event);
        next += 1;
      } else if (calendar && calendar.dueAt.getTime() === at)
        this.enter({ ...calendar, triggeredAt: calendar.dueAt });
      else if (due) this.moveOn(due, new Date(at));
    }
    return false;
  }

  private nextDue(): Traveller | undefined {
    const waiting = this.travellers.filter(({ dueAt }) => dueAt !== undefined);
    return waiting.sort((left, right) => Number(left.dueAt) - Number(right.dueAt))[0];
  }

  private nextByCalendar(nextEvent: number): Ending | undefined {
    const { definition, scenario } = this;
    return nextByCalendar(definition.trigger, scenario, this.entries, this.lastActive(nextEvent));
  }

  private lastActive(nextEvent: number): Date {
    return this.told[nextEvent - 1]?.occurredAt ?? new Date(this.start);
  }

  private apply(event: Happening & { id: string }): void {
    const { definition } = this;
    for (const traveller of this.travellers) {
      if (!traveller.dueAt || !isSince(event, traveller.triggeredAt, definition)) continue;
      const reason = exitBy(definition, traveller.subject, event, []);
      if (reason) this.leave(traveller, event.occurredAt, reason);
    }
    if (isCartEvent(definition, event)) this.touchCart(event);
    else if (isTriggeredBy(definition, event)) this.enterByEvent(event);
  }

  private touchCart(event: Happening & { id: string }): void {
    const orderBefore = (cartId: string) =>
      this.told.findLast((one) => Number(one.id) < Number(event.id) && isOrderOf(cartId, one))?.id;
    const touch = touchOf(this.definition, event, orderBefore);
    if (!touch) return;
    const { cartId, entryKey, dueAt, isEmpty } = touch;
    const isInside = ({ subject, dueAt: due }: Traveller) =>
      due !== undefined && subject.kind === "cart" && subject.cartId === cartId;
    const known = this.travellers.find(isInside) ?? this.travellers.find((one) => one.entryKey === entryKey);
    if (isEmpty) {
      if (known?.dueAt) this.leave(known, event.occurredAt, "cart_emptied");
    } else if (!known) {
      const { occurredAt: triggeredAt, properties } = event;
      this.enter({ entryKey, subject: { kind: "cart", cartId }, dueAt, triggeredAt, properties });
    } else if (known.stepId === null && (known.dueAt ? known.dueAt < dueAt : known.isBackByTouch)) {
      known.dueAt = dueAt;
      known.properties = event.properties;
      this.note(event.occurredAt, { stepId: null, outcome: "reset", reason: null });
    }
    const { occurredAt: now } = event;
    for (const crowded of crowdedOut(this.travellers, now)) this.leave(crowded, now, "newer_carts");
  }

  private enterByEvent(event: Happening & { id: string }): void {
    const isInside = this.travellers.some(({ dueAt }) => dueAt !== undefined);
    const lastEntry = this.travellers.at(-1)?.triggeredAt;
    if (!mayReenter(this.definition.reentry, event, { isInside, lastEntry })) return;
    const { id, occurredAt, properties } = event;
    this.enter({
      entryKey: `event:${id}`,
      subject: { kind: "event" },
      dueAt: occurredAt,
      triggeredAt: occurredAt,
      properties,
    });
  }

  private enter(
    entry: Omit<Traveller, "stepId" | "properties"> & { properties?: Record<string, unknown> },
  ): void {
    this.entries.add(entry.entryKey);
    if (entry.dueAt && isTooEarly(this.definition, entry.dueAt)) return;
    if (!this.meets(this.definition.audience)) return;
    this.travellers.push({ properties: {}, ...entry, stepId: null });
    this.note(entry.triggeredAt, { stepId: null, outcome: "entered", reason: null });
  }

  private leave(traveller: Traveller, at: Date, reason: string): void {
    traveller.dueAt = undefined;
    traveller.isBackByTouch = isBackByTouch(reason);
    this.note(at, { stepId: traveller.stepId, outcome: "exited", reason });
  }

  private moveOn(traveller: Traveller, now: Date): void {
    const { stepId, subject } = traveller;
    const end = advance(
      this.definition,
      { stepId, subject, skipWaits: false },
      this.factsOf(traveller, now),
      now,
    );
    for (const passage of end.passages) this.note(now, passage);
    for (const { step } of end.messages)
      this.result.messages.push({ atMinutes: this.minutesAt(now), stepId: step.id });
    traveller.dueAt = end.next.kind === "wait" ? end.next.dueAt : undefined;
    traveller.isBackByTouch = end.next.kind === "exited" && isBackByTouch(end.next.reason);
    if (end.next.kind === "wait") traveller.stepId = end.next.stepId;
  }

  private factsOf({ subject, triggeredAt, properties }: Traveller, now: Date): Facts {
    const { timeZone, birthDate, channels, refusedChannels } = this.scenario.person;
    const told = this.told.filter(({ occurredAt }) => occurredAt <= now);
    const happenings = told.filter(
      (event) => this.asked.has(event.name) && isSince(event, triggeredAt, this.definition),
    );
    const hasRefused = (channel: Channel) => refusedChannels.includes(channel);
    return {
      timeZone,
      meets: this.meets,
      happenings,
      cart: subject.kind === "cart" ? readCart(newestCart(subject.cartId, happenings) ?? properties) : null,
      birthDate,
      isCouponUsed: false,
      membershipExpiresAt: membershipEndOf(this.scenario.person),
      lastActiveAt: told.at(-1)?.occurredAt ?? new Date(this.start),
      canReach: (channel) => channels.includes(channel) && !hasRefused(channel),
      hasRefused,
      sendAt: () => undefined,
    };
  }

  private note(at: Date, { stepId, outcome, reason }: Pick<Passage, "stepId" | "outcome" | "reason">): void {
    this.result.timeline.push({ atMinutes: this.minutesAt(at), stepId, outcome, reason });
  }

  private minutesAt(at: Date): number {
    return Math.round((at.getTime() - this.start) / minuteMillis);
  }
}
