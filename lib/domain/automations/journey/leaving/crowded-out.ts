import type { Subject } from "../subject";

const cartsMax = 5;

type Way = { subject: Subject; stepId: string | null; triggeredAt: Date; dueAt: Date | null | undefined };

/** The carts of one person that have waited longest, where too many wait; one that is due already waits no more. */
export function crowdedOut<Inside extends Way>(inside: readonly Inside[], now: Date): Inside[] {
  const waiting = inside.filter(({ subject, dueAt }) => subject.kind === "cart" && dueAt && dueAt > now);
  const tooMany = Math.max(0, waiting.length - cartsMax);
  return waiting.toSorted((left, right) => touchOrder(left) - touchOrder(right)).slice(0, tooMany);
}

/** Touches count at the trigger only, where all wait equally long; whoever is past it came in before the wait of those began. */
const touchOrder = ({ stepId, triggeredAt, dueAt }: Way): number =>
  (stepId === null && dueAt ? dueAt : triggeredAt).getTime();
