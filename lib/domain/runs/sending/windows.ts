import { type LeasedChunk, recordIntent, recordRetry } from "@/db/queries/runs/chunks";
import { listWindow, type WindowContact } from "@/db/queries/runs/delivery-window";
import type { RunRow } from "@/db/queries/runs/runs";
import type { WorkspaceScope } from "@/db/scope";
import type { Transport } from "@/lib/domain/providers/message-port";
import { isPerPerson } from "@/lib/domain/timing/run-timing";
import { type Hold, holdBack, type TimedRun } from "../timing/hold-back";
import type { DeliveryPlan } from "./delivery-plan";
import { giveCodes, givesCodes } from "./give-codes";
import { isPreceded } from "./precedence";

const windowSizeMax = 500;
/** Read in one turn of the event loop, which others wait for. */
const windowSizePreceded = 100;
/** Of what must not be asked for twice: whoever is in it when a process dies is in doubt for ever. */
const windowSizeOnce = 25;

export type Window = {
  people: WindowContact[];
  /** Fewer were left than were asked for. */
  isLast: boolean;
  isRecovered: boolean;
  /** Who of them the clock or a cap holds back. */
  holds: ReadonlyMap<string, Hold>;
};

/**
 * The people of a chunk, window by window, the next one being read while the last is sent where asking twice does no
 * harm. First whoever an
 * earlier holder left open, then whoever nobody has looked at. How far sending may go is stored before it goes there.
 * Ends early when the lease is lost.
 */
export async function* windowsOf(source: Source): AsyncGenerator<Window> {
  const { intentContactId: asked, afterContactId: start, lastContactId } = source.chunk;
  if (asked) yield* read(source, { after: start, upTo: asked, isRecovered: true });
  yield* read(source, { after: asked ?? start, upTo: lastContactId, isRecovered: false });
}

type Source = {
  scope: WorkspaceScope;
  run: RunRow;
  chunk: LeasedChunk;
  plan: Pick<DeliveryPlan, "withAddresses" | "refuse">;
  transport: Pick<Transport, "isResendHarmless">;
};

type Range = { after: string; upTo: string; isRecovered: boolean };

async function* read(source: Source, range: Range): AsyncGenerator<Window> {
  const isAhead = source.transport.isResendHarmless;
  let next = fetchWindow(source, range, range.after);
  try {
    for (;;) {
      const window = await next;
      const { people } = window;
      const last = people.at(-1)?.contactId;
      if (last === undefined) return;
      const follow = () =>
        window.isLast ? Promise.resolve(nobody(range)) : fetchWindow(source, range, last);
      if (isAhead) {
        next = follow();
        // Awaited on the next turn; a failure there must not count as unhandled meanwhile.
        next.catch(() => undefined);
      }
      yield window;
      if (!isAhead) next = follow();
    }
  } finally {
    // What it writes (places, codes, the lease) must not follow the chunk's release.
    await next.catch(() => undefined);
  }
}

const noHolds: ReadonlyMap<string, Hold> = new Map();

const nobody = ({ isRecovered }: Range): Window => ({
  people: [],
  isLast: true,
  isRecovered,
  holds: noHolds,
});

async function fetchWindow(source: Source, range: Range, after: string): Promise<Window> {
  const { upTo, isRecovered } = range;
  const { scope, run, chunk, plan } = source;
  const limit = windowSizeOf(source);
  return scope.transaction(async (tx) => {
    const people = await listWindow(tx, {
      runId: run.id,
      channel: run.channel,
      category: run.category,
      after,
      upTo,
      limit,
      onlyOpen: isRecovered,
      withAddresses: plan.withAddresses,
      withZones: isTimed(run),
      wave: chunk.wave,
    });
    const last = people.at(-1)?.contactId;
    if (last === undefined) return nobody(range);
    const isHeld = await holdIntent(tx, source, range, last);
    if (!isHeld) return nobody(range);
    const holds = await holdsOf(tx, source, people);
    const window = { people, isLast: people.length < limit, isRecovered };
    if (!givesCodes(run)) return { ...window, holds };
    const going = people.filter((person) => !holds.has(person.contactId) && !plan.refuse(person, new Date()));
    return { ...window, holds: withoutCodes(holds, await giveCodes(tx, run, going)) };
  });
}

function windowSizeOf({ transport }: Source): number {
  if (!transport.isResendHarmless) return windowSizeOnce;
  return isPreceded() ? windowSizePreceded : windowSizeMax;
}

function holdIntent(
  tx: WorkspaceScope,
  { run, chunk }: Source,
  { isRecovered }: Range,
  last: string,
): Promise<boolean> {
  const { chunkNo, fence, leaseSeconds } = chunk;
  const record = isRecovered ? recordRetry : recordIntent;
  return record(tx, { runId: run.id, chunkNo, fence, leaseSeconds }, last);
}

const isTimed = (run: RunRow): run is TimedRun => run.timing !== null && isPerPerson(run.timing);

/** Who may have been asked by a sender that vanished has taken a place already and is not moved. */
async function holdsOf(
  tx: WorkspaceScope,
  { run, chunk, plan }: Source,
  people: WindowContact[],
): Promise<ReadonlyMap<string, Hold>> {
  if (!isTimed(run)) return noHolds;
  const now = new Date();
  const free = people.filter((person) => !isUncertain(chunk, person) && !plan.refuse(person, now));
  return holdBack(tx, run, free);
}

/** Whom no code is left for is not written to: a message with a hole helps nobody. */
function withoutCodes(holds: ReadonlyMap<string, Hold>, contactIds: string[]): ReadonlyMap<string, Hold> {
  if (contactIds.length === 0) return holds;
  const skip: Hold = { kind: "skip", refusal: { reason: "no_code", inputs: {} } };
  return new Map([...holds, ...contactIds.map((contactId): [string, Hold] => [contactId, skip])]);
}

/** A sender that vanished may have asked for this person and not heard, or not stored, the answer. */
export function isUncertain(
  { wasInterrupted, intentContactId, retryContactId }: LeasedChunk,
  { contactId, earlier }: WindowContact,
): boolean {
  const askedUpTo = earlier === null ? intentContactId : retryContactId;
  return wasInterrupted && askedUpTo !== null && contactId <= askedUpTo;
}
