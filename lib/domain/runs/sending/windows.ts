import { type LeasedChunk, recordIntent } from "@/db/queries/runs/chunks";
import { listWindow, type WindowContact } from "@/db/queries/runs/delivery-window";
import type { RunRow } from "@/db/queries/runs/runs";
import type { WorkspaceScope } from "@/db/scope";
import type { DeliveryPlan } from "./delivery-plan";

const windowSize = 500;

export type Window = { people: WindowContact[]; isRecovered: boolean };

/**
 * The people of a chunk, window by window, the next one being read while the last is sent. First whoever an
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
  plan: Pick<DeliveryPlan, "withAddresses">;
};

type Range = { after: string; upTo: string; isRecovered: boolean };

async function* read(source: Source, range: Range): AsyncGenerator<Window> {
  let next = fetchWindow(source, range, range.after);
  for (;;) {
    const people = await next;
    const last = people.at(-1)?.contactId;
    if (last === undefined) return;
    next = people.length < windowSize ? Promise.resolve([]) : fetchWindow(source, range, last);
    // Awaited on the next turn; a failure there must not count as unhandled meanwhile.
    next.catch(() => undefined);
    yield { people, isRecovered: range.isRecovered };
  }
}

async function fetchWindow(
  { scope, run, chunk, plan }: Source,
  { upTo, isRecovered }: Range,
  after: string,
): Promise<WindowContact[]> {
  return scope.transaction(async (tx) => {
    const people = await listWindow(tx, {
      runId: run.id,
      channel: run.channel,
      category: run.category,
      after,
      upTo,
      limit: windowSize,
      onlyOpen: isRecovered,
      withAddresses: plan.withAddresses,
    });
    const last = people.at(-1)?.contactId;
    if (last === undefined || isRecovered) return people;
    const isHeld = await recordIntent(
      tx,
      { runId: run.id, chunkNo: chunk.chunkNo, fence: chunk.fence, leaseSeconds: chunk.leaseSeconds },
      last,
    );
    return isHeld ? people : [];
  });
}
