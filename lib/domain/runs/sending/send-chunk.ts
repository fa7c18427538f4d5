import type { LeasedChunk } from "@/db/queries/runs/chunks";
import type { WindowContact } from "@/db/queries/runs/delivery-window";
import { recordResults, type SendingState } from "@/db/queries/runs/record-results";
import type { RunRow } from "@/db/queries/runs/runs";
import type { WorkspaceScope } from "@/db/scope";
import { hasReceipts } from "@/lib/domain/channels/channel";
import { applyEarlyReceipts } from "@/lib/domain/deliveries/apply-receipts";
import type { Transport } from "@/lib/domain/providers/message-port";
import type { Outcome } from "@/lib/domain/providers/outcome";
import type { OutcomeTally } from "@/lib/domain/providers/outcome-tally";
import { laneOf } from "../run";
import { type PutOff, putOff } from "../timing/put-off";
import type { DeliveryPlan } from "./delivery-plan";
import { givesCodes } from "./give-codes";
import { InFlight } from "./in-flight";
import { ProviderBlocked, SendingInterrupted } from "./interruption";
import type { Pace } from "./pace";
import type { PersonResult } from "./person-result";
import { pauseForPrecedence } from "./precedence";
import { ResultBuffer } from "./result-buffer";
import { type PersonSending, sendPerson } from "./send-person";
import { Slots } from "./slots";
import { isUncertain, type Window, windowsOf } from "./windows";

export type ChunkEnd =
  | { kind: "through" }
  | { kind: "lost" }
  | { kind: "stopped" }
  | { kind: "blocked"; outcome: Outcome }
  /** A fault of ours: nothing is said about provider or message, and somebody must read of it. */
  | { kind: "crashed"; error: unknown };

type Job = {
  scope: WorkspaceScope;
  run: RunRow & { providerId: string };
  chunk: LeasedChunk;
  plan: DeliveryPlan;
  transport: Transport;
  pace: Pace;
  tally: OutcomeTally;
  /** Aborted by a shutdown or when the time of this step is over. */
  signal: AbortSignal;
};

const beatMillis = 1_000;

/** Sends a leased chunk until it is through, told to stop, or blocked. Everything that was answered is stored. */
export async function sendChunk(job: Job): Promise<ChunkEnd> {
  // A plain signal: to ask a composite one costs as much as a step of sending, and it is asked for each message.
  const halt = new AbortController();
  const { signal } = halt;
  const onAbort = () => halt.abort();
  job.signal.addEventListener("abort", onAbort, { once: true });
  if (job.signal.aborted) halt.abort();
  let end: ChunkEnd = { kind: "through" };
  const stop = (why: ChunkEnd) => {
    if (end.kind === "through") end = why;
    halt.abort();
  };
  const buffer = new ResultBuffer((batch) => store(job, batch), onState);
  function onState(state: SendingState | undefined) {
    if (!state) stop({ kind: "lost" });
    else if (state.isStopped || state.runStatus === "paused" || state.runStatus === "cancelled")
      stop({ kind: "stopped" });
  }
  const sending = {
    plan: job.plan,
    transport: job.transport,
    pace: job.pace,
    tally: job.tally,
    signal,
    stop: (why: unknown) => stop(endOf(why)),
  };
  const heartbeat = setInterval(() => buffer.beat(), beatMillis);
  try {
    const waiting = await sendWindows(job, { sending, buffer, stop });
    clearInterval(heartbeat);
    await buffer.drain();
    await putOff(job.scope, job.run, job.chunk, waiting);
  } finally {
    clearInterval(heartbeat);
    job.signal.removeEventListener("abort", onAbort);
  }
  return job.signal.aborted && end.kind === "through" ? { kind: "stopped" } : end;
}

type Under = { sending: PersonSending; buffer: ResultBuffer; stop: (why: ChunkEnd) => void };

async function sendWindows(job: Job, { sending, buffer, stop }: Under): Promise<PutOff[]> {
  const { signal } = sending;
  const isUrgent = laneOf(job.run.kind) === "transactional";
  const slots = new Slots(InFlight.of(job.transport), isUrgent);
  const waiting: PutOff[] = [];
  const onResult = (result: PersonResult) => {
    buffer.add(result);
    slots.free();
  };
  const onError = (error: unknown) => {
    stop(endOf(error));
    slots.free();
  };
  // Nobody knows whether the first of several attempts has arrived: the code stays with its person.
  const doubt = ({ contactId }: WindowContact) =>
    givesCodes(job.run)
      ? (error: unknown) => {
          buffer.add({
            kind: "open",
            contactId,
            deliveries: [],
            gone: [],
            optedOut: [],
            mayHaveArrived: true,
          });
          onError(error);
        }
      : undefined;
  const send = async (window: Window) => {
    for (const person of window.people) {
      if (signal.aborted) break;
      const hold = window.holds.get(person.contactId);
      if (hold?.kind === "defer") {
        waiting.push({ contactId: person.contactId, at: hold.at, isRetry: person.earlier !== null });
        continue;
      }
      const room = buffer.room();
      if (room) await room;
      const pause = isUrgent ? undefined : pauseForPrecedence();
      if (pause) await pause;
      const slot = slots.take();
      if (slot) await slot;
      const mayHaveBeenAsked = window.isRecovered && isUncertain(job.chunk, person);
      sendPerson(sending, person, mayHaveBeenAsked, hold?.refusal).then(onResult, doubt(person) ?? onError);
    }
  };
  try {
    for await (const window of windowsOf(job)) {
      await send(window);
      if (signal.aborted) break;
    }
  } catch (error) {
    // What is under way is still answered, and its answers are stored.
    stop(endOf(error));
  }
  await slots.drain();
  return waiting;
}

function endOf(error: unknown): ChunkEnd {
  if (error instanceof ProviderBlocked) return { kind: "blocked", outcome: error.outcome };
  if (error instanceof SendingInterrupted) return { kind: "stopped" };
  return { kind: "crashed", error };
}

type Batch = Omit<
  Parameters<typeof recordResults>[1],
  "runId" | "chunkNo" | "fence" | "leaseSeconds" | "channel" | "providerId" | "hasCaps" | "hasCodes"
>;

async function store({ scope, run, chunk }: Job, batch: Batch): Promise<SendingState | undefined> {
  const state = await recordResults(scope, {
    ...batch,
    runId: run.id,
    chunkNo: chunk.chunkNo,
    fence: chunk.fence,
    leaseSeconds: chunk.leaseSeconds,
    channel: run.channel,
    providerId: run.providerId,
    hasCaps: (run.timing?.caps.length ?? 0) > 0,
    hasCodes: givesCodes(run),
  });
  if (state && hasReceipts(run.channel)) {
    const ids = batch.deliveries.map(({ providerMessageId }) => providerMessageId);
    await applyEarlyReceipts(
      scope,
      ids.filter((id) => id !== null),
    );
  }
  return state;
}
