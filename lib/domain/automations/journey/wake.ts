import { enrolmentsDue } from "@/inngest/events/automations";
import type { TransactionContext } from "@/lib/platform/context/workspace-context";
import { newId } from "@/lib/platform/ids";

const soonMillis = 1_000;
const fineMillis = 5 * 60_000;
const coarseStepMillis = 15_000;

/**
 * Wakes a worker when these people are due: one event for all of a workspace in the same seconds, however many they
 * are. Who is due at once gets an event of their own, since the one of this second may have gone already.
 */
export async function wakeAt(tx: TransactionContext, dueAts: readonly Date[]): Promise<void> {
  if (dueAts.length === 0) return;
  const now = tx.now().getTime();
  // In one order for everybody: two that name the same moments the other way round would wait for each other.
  const buckets = new Set(dueAts.map((dueAt) => bucketOf(dueAt.getTime(), now)).toSorted(earlierFirst));
  const data = { workspaceId: tx.workspaceId };
  await tx.emit(
    ...[...buckets].map((at) =>
      at === undefined
        ? { id: `enrolments-due-${newId()}`, name: enrolmentsDue.name, data }
        : { id: `enrolments-due-${tx.workspaceId}-${at}`, name: enrolmentsDue.name, data, ts: new Date(at) },
    ),
  );
}

const earlierFirst = (left = 0, right = 0): number => left - right;

/** Undefined: now. Later ones are rounded up, never down: nobody is looked for before they are due. */
function bucketOf(dueAt: number, now: number): number | undefined {
  if (dueAt - now <= soonMillis) return undefined;
  const step = dueAt - now < fineMillis ? soonMillis : coarseStepMillis;
  return Math.ceil(dueAt / step) * step;
}
