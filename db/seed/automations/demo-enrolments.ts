import type { EnrolmentStatus, ExitReason, PassageOutcome } from "@/lib/domain/automations/automation";
import { seedId } from "../seed-id";
import type { DemoAutomation } from "./demo-automations";

export type DemoPassage = {
  at: Date;
  stepId: string | null;
  outcome: PassageOutcome;
  reason: ExitReason | null;
};

export type DemoEnrolment = {
  id: string;
  /** The how manieth of the workspace's people. */
  person: number;
  cartId: string;
  status: EnrolmentStatus;
  exitReason: ExitReason | null;
  stepId: string | null;
  dueAt: Date | null;
  enteredAt: Date;
  endedAt: Date | null;
  passages: DemoPassage[];
};

const hourMillis = 3_600_000;
const spanMillis = 30 * 24 * hourMillis;
const carts = 260;

/** Carts of the last thirty days and what became of each; the latest are still waited for. */
export function demoEnrolments(
  { id, definition }: DemoAutomation,
  { people, now, random }: { people: number; now: Date; random: () => number },
): DemoEnrolment[] {
  const [first, wait, last] = definition.steps;
  return Array.from({ length: carts }, (_, n) => {
    const enteredAt = new Date(now.getTime() - ((carts - n) / carts) ** 1.2 * spanMillis);
    const cart = {
      id: seedId(`${id} cart ${n}`, enteredAt),
      person: Math.floor(random() * people),
      enteredAt,
    };
    const story = new Story({ ...cart, cartId: `cart-${1_000 + n}` }, now);
    story.pass(0, null, "entered");
    const fate = random();
    if (fate < 0.3) return story.leave(random() * 0.9, null, "ordered");
    if (fate < 0.37) return story.leave(random() * 0.9, null, "cart_emptied");
    if (!story.hasCome(1)) return story.wait(1, null);
    story.pass(1, first?.id ?? null, "sent");
    story.pass(1, wait?.id ?? null, "waiting");
    if (fate < 0.52) return story.leave(1 + random() * 23, wait?.id ?? null, "ordered");
    if (!story.hasCome(25)) return story.wait(25, wait?.id ?? null);
    story.pass(25, wait?.id ?? null, "waited");
    story.pass(25, last?.id ?? null, "sent");
    return story.complete(25);
  });
}

type Cart = Pick<DemoEnrolment, "id" | "person" | "cartId" | "enteredAt">;

/** One cart's way, in hours after it was filled; what has not come yet is not told. */
class Story {
  private readonly passages: DemoPassage[] = [];

  constructor(
    private readonly cart: Cart,
    private readonly now: Date,
  ) {}

  hasCome(hours: number): boolean {
    return this.at(hours) <= this.now;
  }

  pass(
    hours: number,
    stepId: string | null,
    outcome: PassageOutcome,
    reason: ExitReason | null = null,
  ): void {
    this.passages.push({ at: this.at(hours), stepId, outcome, reason });
  }

  wait(hours: number, stepId: string | null): DemoEnrolment {
    return this.end({ status: "active", exitReason: null, stepId, dueAt: this.at(hours), endedAt: null });
  }

  /** Who would leave in the future still waits. */
  leave(hours: number, stepId: string | null, reason: ExitReason): DemoEnrolment {
    if (!this.hasCome(hours)) return this.wait(stepId === null ? 1 : 25, stepId);
    this.pass(hours, stepId, "exited", reason);
    return this.end({ status: "exited", exitReason: reason, stepId, dueAt: null, endedAt: this.at(hours) });
  }

  complete(hours: number): DemoEnrolment {
    this.pass(hours, null, "completed");
    return this.end({
      status: "completed",
      exitReason: null,
      stepId: null,
      dueAt: null,
      endedAt: this.at(hours),
    });
  }

  private end(rest: Omit<DemoEnrolment, keyof Cart | "passages">): DemoEnrolment {
    return { ...this.cart, ...rest, passages: this.passages };
  }

  private at(hours: number): Date {
    return new Date(this.cart.enteredAt.getTime() + hours * hourMillis);
  }
}
