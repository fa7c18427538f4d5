import {
  type CapEntryRow,
  listCapEntries,
  lockSlots,
  moveSlots,
  releaseSlots,
  useSlots,
} from "@/db/queries/runs/contact-slots";
import type { WindowContact } from "@/db/queries/runs/delivery-window";
import type { RunRow } from "@/db/queries/runs/runs";
import type { WorkspaceScope } from "@/db/scope";
import { reachMillis } from "@/lib/domain/timing/frequency-cap";
import {
  endOf,
  plannedInstant,
  type Resolution,
  resolveSendTime,
  type TimingSkip,
} from "@/lib/domain/timing/resolve-send-time";
import type { RunTiming } from "@/lib/domain/timing/run-timing";
import type { Refusal } from "../gate";
import type { SkipReason } from "../run";
import { priorityOf } from "./slot-priority";
import { drawOf, zoneOf } from "./timed-person";

/** What the clock and the caps say of a person whom everything else lets through. */
export type Hold = { kind: "skip"; refusal: Refusal } | { kind: "defer"; at: number };

export type TimedRun = RunRow & { timing: RunTiming };

const reasons: Record<TimingSkip, SkipReason> = {
  zone_passed: "zone_passed",
  unknown_zone: "unknown_zone",
  never_open: "quiet_hours",
  frequency_cap: "frequency_cap",
  expired: "expired",
};

/**
 * Who of these must wait or be left out at this moment. Whoever may go has taken a place under the caps when the
 * transaction commits; senders of a workspace take theirs one after the other, so that no cap is passed.
 */
export async function holdBack(
  tx: WorkspaceScope,
  run: TimedRun,
  people: readonly WindowContact[],
): Promise<Map<string, Hold>> {
  const now = Date.now();
  const entries = await entriesOf(tx, run, people, now);
  const holds = new Map<string, Hold>();
  const places: Places = { going: [], deferred: [], skipped: [] };
  for (const person of people) {
    const { contactId, personId } = person;
    const hold = judge(run, person, entries.get(personId) ?? [], now);
    if (hold) holds.set(contactId, hold);
    if (!hold) places.going.push(personId);
    else if (hold.kind === "skip") places.skipped.push(personId);
    else places.deferred.push({ contactId: personId, at: new Date(hold.at) });
  }
  if (run.timing.caps.length > 0) await settleSlots(tx, run, places);
  return holds;
}

function judge(
  { id, timing, startedAt }: TimedRun,
  person: WindowContact,
  entries: readonly CapEntryRow[],
  now: number,
): Hold | undefined {
  const zone = zoneOf(person, timing.workspaceZone);
  const planned = plannedInstant(timing.planned, zone.timeZone, (startedAt ?? new Date(now)).getTime());
  if (planned.isPast && planned.policy === "skip") return skip("zone_passed", zone.timeZone, []);
  // A wave begins up to five minutes before the time that was planned.
  if (!timing.isBestTime && planned.resolved > now) return { kind: "defer", at: planned.resolved };
  const rules = {
    ...timing,
    planned: { clock: "fixed", at: now } as const,
    isBestTime: false,
    expiresAt: endOf(timing, planned.resolved),
    ttlMillis: null,
  };
  const timed = { zone, bestTime: null, entries, draw: drawOf(id, person.contactId) };
  const resolution = resolveSendTime(rules, timed, now);
  if (resolution.skip) return skip(resolution.skip, zone.timeZone, resolution.steps);
  return resolution.at > now ? { kind: "defer", at: resolution.at } : undefined;
}

const skip = (why: TimingSkip, timeZone: string, steps: Resolution["steps"]): Hold => ({
  kind: "skip",
  refusal: { reason: reasons[why], inputs: { timeZone, ...steps.at(-1)?.detail } },
});

async function entriesOf(
  tx: WorkspaceScope,
  { id: runId, timing, priority }: TimedRun,
  people: readonly WindowContact[],
  now: number,
): Promise<Map<string, CapEntryRow[]>> {
  if (timing.caps.length === 0 || people.length === 0) return new Map();
  const reach = Math.max(...timing.caps.map(reachMillis));
  await lockSlots(tx);
  const rows = await listCapEntries(tx, {
    runId,
    contactIds: people.map(({ personId }) => personId),
    from: new Date(now - reach),
    to: new Date(now + reach),
    priority: priorityOf(priority),
  });
  return Map.groupBy(rows, ({ contactId }) => contactId);
}

/** Of whom each place under the caps is, as the contact that they are now. */
type Places = { going: string[]; deferred: { contactId: string; at: Date }[]; skipped: string[] };

async function settleSlots(
  tx: WorkspaceScope,
  run: TimedRun,
  { going, deferred, skipped }: Places,
): Promise<void> {
  await useSlots(tx, { ...run, priority: priorityOf(run.priority) }, going);
  await moveSlots(tx, run.id, deferred);
  await releaseSlots(tx, run.id, skipped);
}
