import type { Transport } from "@/lib/domain/providers/message-port";
import type { Outcome } from "@/lib/domain/providers/outcome";
import type { OutcomeTally } from "@/lib/domain/providers/outcome-tally";
import type { DeliveryStatus } from "../run";
import type { PlannedMessage } from "./delivery-plan";
import { ProviderBlocked, SendingInterrupted } from "./interruption";
import type { Pace } from "./pace";

const quickAttemptsMax = 3;
const attemptsMax = 12;
const backoffFirstMillis = 400;
const waitMaxMillis = 10_000;

export type Attempted = {
  subscriptionId: string;
  status: DeliveryStatus;
  attempts: number;
  outcome: Outcome;
  /** Some answer was missing: it may be there, whatever the last answer says. */
  mayHaveArrived: boolean;
};

type Sending = {
  transport: Transport;
  pace: Pace;
  signal: AbortSignal;
  /** Every answer of the provider, for its health. */
  tally: OutcomeTally;
};

/**
 * Sends one message, again where that is harmless and soon enough. A throttled account slows everybody down and
 * costs no attempt. What stays temporary becomes `retrying`, for a later pass.
 */
export async function sendMessage(
  { transport, pace, signal, tally }: Sending,
  { subscriptionId, message }: PlannedMessage,
  earlier: number,
): Promise<Attempted> {
  let mayHaveArrived = false;
  for (let attempts = earlier + 1; ; attempts += 1) {
    const turn = pace.take(signal);
    if (turn) await turn;
    const outcome = await transport.sendOne(message, neverAborted);
    tally.add(outcome);
    mayHaveArrived ||= outcome.kind === "ambiguous";
    if (outcome.kind === "auth_or_config") throw new ProviderBlocked(outcome);
    const wait = retryDelay(outcome, attempts - earlier, transport.isResendHarmless);
    if (wait === undefined)
      return {
        subscriptionId,
        status: finalStatus(outcome, attempts, transport.isResendHarmless),
        attempts,
        outcome,
        mayHaveArrived,
      };
    if (outcome.kind === "throttled" && outcome.scope === "account") {
      pace.slowDown(outcome.retryAfterMillis);
      attempts -= 1;
    } else {
      await pause(wait, signal);
    }
  }
}

const neverAborted = new AbortController().signal;

/** How long to wait before trying again right here; undefined when this pass is over for the message. */
function retryDelay(outcome: Outcome, attempt: number, isResendHarmless: boolean): number | undefined {
  if (outcome.kind === "throttled" && outcome.scope === "account") return 0;
  const isTemporary =
    outcome.kind === "transient" ||
    outcome.kind === "throttled" ||
    (outcome.kind === "ambiguous" && isResendHarmless);
  if (!isTemporary || attempt >= quickAttemptsMax) return undefined;
  const asked = "retryAfterMillis" in outcome ? outcome.retryAfterMillis : undefined;
  const backoff = asked ?? Math.random() * backoffFirstMillis * 2 ** attempt;
  return backoff > waitMaxMillis ? undefined : backoff;
}

function finalStatus(outcome: Outcome, attempts: number, isResendHarmless: boolean): DeliveryStatus {
  switch (outcome.kind) {
    case "accepted":
      return "accepted";
    case "ambiguous":
      return isResendHarmless && attempts < attemptsMax ? "retrying" : "unknown";
    case "transient":
    case "throttled":
      return attempts >= attemptsMax ? "failed" : "retrying";
    default:
      return "failed";
  }
}

async function pause(millis: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) throw new SendingInterrupted();
  await new Promise<void>((done, fail) => {
    const timer = setTimeout(finish, millis);
    const stop = () => {
      clearTimeout(timer);
      fail(new SendingInterrupted());
    };
    function finish() {
      signal.removeEventListener("abort", stop);
      done();
    }
    signal.addEventListener("abort", stop, { once: true });
  });
}
