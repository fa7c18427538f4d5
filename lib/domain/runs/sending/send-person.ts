import type { WindowContact } from "@/db/queries/runs/delivery-window";
import type { DeliveryWrite } from "@/db/queries/runs/record-results";
import { TextTooLong } from "@/lib/domain/content/check/text-too-long";
import { LiquidProblem } from "@/lib/domain/content/liquid/liquid-engine";
import type { Transport } from "@/lib/domain/providers/message-port";
import type { OutcomeTally } from "@/lib/domain/providers/outcome-tally";
import { isOpen, type Refusal } from "../gate";
import { type DeliveryStatus, verdictOf } from "../run";
import type { DeliveryPlan, PlannedMessage } from "./delivery-plan";
import type { Pace } from "./pace";
import type { PersonResult } from "./person-result";
import { type Attempted, sendMessage } from "./send-message";

export type PersonSending = {
  plan: DeliveryPlan;
  transport: Transport;
  pace: Pace;
  signal: AbortSignal;
  tally: OutcomeTally;
  /** Hears why sending stops, also where the person's other endpoints have answered. */
  stop: (why: unknown) => void;
};

/**
 * Everything for one person: the gate, then every open endpoint. `isUncertain`: an earlier worker vanished after it
 * may have asked the provider for this person; then only what is harmless to ask twice is asked again.
 */
export async function sendPerson(
  sending: PersonSending,
  person: WindowContact,
  isUncertain: boolean,
  heldBack?: Refusal,
): Promise<PersonResult> {
  const refusal = sending.plan.refuse(person, new Date()) ?? heldBack;
  if (refusal) return giveUp(person, refusal, isUncertain);
  const messages = makeMessages(sending.plan, person);
  if (isUnmakeable(messages)) return unmakeable(person, messages, isUncertain);
  const planned = messages.filter(({ subscriptionId }) => isUnfinished(person, subscriptionId));
  const lost = lostEndpoints(person, planned);
  if (isUncertain && !sending.transport.isResendHarmless) {
    return toResult(person, planned.map(interrupted), lost, true);
  }
  const earlierAttempts = ({ subscriptionId }: PlannedMessage) =>
    person.earlier?.[subscriptionId]?.attempts ?? 0;
  const answers = await Promise.allSettled(
    planned.map((entry) => sendMessage(sending, entry, earlierAttempts(entry))),
  );
  const stopped = answers.find((answer) => answer.status === "rejected");
  if (stopped && !answers.some(({ status }) => status === "fulfilled")) throw stopped.reason;
  if (stopped) sending.stop(stopped.reason);
  const attempts = planned.map((entry, position) => {
    const answer = answers[position];
    return answer?.status === "fulfilled" ? answer.value : postponed(entry, earlierAttempts(entry));
  });
  const mayHaveArrived = isUncertain || attempts.some((attempted) => attempted.mayHaveArrived);
  return toResult(person, attempts, lost, mayHaveArrived);
}

/**
 * Sending stopped while the person's other endpoints had their answers: those are kept, and this one is still due. Whether
 * the first of several attempts has arrived nobody knows.
 */
const postponed = ({ subscriptionId }: PlannedMessage, attempts: number): Attempted => ({
  subscriptionId,
  status: "retrying",
  attempts,
  outcome: { kind: "transient", code: "interrupted", detail: "Sending stopped before it had an answer." },
  mayHaveArrived: true,
});

/** What was to be tried again on an endpoint that is no longer open: nothing more will come of it. */
function lostEndpoints(
  { contactId, earlier }: WindowContact,
  planned: readonly PlannedMessage[],
): DeliveryWrite[] {
  const open = new Set(planned.map(({ subscriptionId }) => subscriptionId));
  return Object.entries(earlier ?? {})
    .filter(([subscriptionId, { status }]) => status === "retrying" && !open.has(subscriptionId))
    .map(([subscriptionId, { attempts }]) => ({
      contactId,
      subscriptionId,
      status: "failed",
      attempts,
      code: "no_endpoint",
      detail: "",
      providerMessageId: null,
    }));
}

type Unmakeable = LiquidProblem | TextTooLong;

const isUnmakeable = (error: unknown): error is Unmakeable =>
  error instanceof LiquidProblem || error instanceof TextTooLong;

/** A message that one person's values spoil is that person's failure, nobody else's. */
function makeMessages(plan: DeliveryPlan, person: WindowContact): PlannedMessage[] | Unmakeable {
  try {
    return plan.messagesFor(person);
  } catch (error) {
    if (isUnmakeable(error)) return error;
    throw error;
  }
}

function unmakeable(person: WindowContact, problem: Unmakeable, mayHaveArrived: boolean): PersonResult {
  const { contactId, subscriptions, earlier } = person;
  const deliveries = (subscriptions ?? [])
    .filter((endpoint) => isOpen(endpoint) && isUnfinished(person, endpoint.id))
    .map(
      ({ id }): DeliveryWrite => ({
        contactId,
        subscriptionId: id,
        status: "failed",
        attempts: earlier?.[id]?.attempts ?? 0,
        code: problem instanceof TextTooLong ? "text_too_long" : "render_limit",
        detail: problem.message.slice(0, 200),
        providerMessageId: null,
      }),
    );
  const verdict = verdictOf(statusesOf([...deliveries, ...settledOf(person)]));
  return { kind: verdict, contactId, deliveries, gone: [], optedOut: [], mayHaveArrived };
}

const interrupted = ({ subscriptionId }: PlannedMessage): Attempted => ({
  subscriptionId,
  status: "unknown",
  attempts: 1,
  outcome: {
    kind: "ambiguous",
    code: "interrupted",
    detail: "The sender stopped between asking and hearing the answer.",
  },
  mayHaveArrived: true,
});

const isUnfinished = (person: WindowContact, subscriptionId: string): boolean =>
  (person.earlier?.[subscriptionId]?.status ?? "retrying") === "retrying";

/** A refused person is skipped; one with attempts behind it failed. */
function giveUp(person: WindowContact, refusal: Refusal, mayHaveArrived: boolean): PersonResult {
  const { contactId } = person;
  const tried = Object.entries(person.earlier ?? {});
  if (tried.length === 0)
    return { kind: "skipped", contactId, skip: { contactId, ...refusal }, mayHaveArrived };
  const deliveries = tried.map(
    ([subscriptionId, { status, attempts }]): DeliveryWrite => ({
      contactId,
      subscriptionId,
      status: status === "retrying" ? "failed" : status,
      attempts,
      code: refusal.reason,
      detail: "",
      providerMessageId: null,
    }),
  );
  return {
    kind: verdictOf(statusesOf(deliveries)),
    contactId,
    deliveries,
    gone: [],
    optedOut: [],
    mayHaveArrived,
  };
}

const statusesOf = (deliveries: readonly { status: DeliveryStatus }[]) =>
  deliveries.map(({ status }) => status);

const settledOf = ({ earlier }: WindowContact) =>
  earlier === null ? [] : Object.values(earlier).filter(({ status }) => status !== "retrying");

function toResult(
  person: WindowContact,
  attempts: readonly Attempted[],
  lost: readonly DeliveryWrite[],
  mayHaveArrived: boolean,
): PersonResult {
  const { contactId } = person;
  const deliveries = [...attempts.map((attempted) => toDelivery(contactId, attempted)), ...lost];
  const gone: { subscriptionId: string; code: string }[] = [];
  const optedOut: string[] = [];
  for (const { subscriptionId, outcome } of attempts) {
    if (outcome.kind === "recipient_gone") gone.push({ subscriptionId, code: outcome.code });
    else if (outcome.kind === "opted_out") optedOut.push(subscriptionId);
  }
  const verdict = verdictOf(statusesOf([...deliveries, ...settledOf(person)]));
  return { kind: verdict, contactId, deliveries, gone, optedOut, mayHaveArrived };
}

function toDelivery(
  contactId: string,
  { subscriptionId, status, attempts, outcome }: Attempted,
): DeliveryWrite {
  const isAccepted = outcome.kind === "accepted";
  return {
    contactId,
    subscriptionId,
    status,
    attempts,
    code: isAccepted ? "" : outcome.code,
    detail: isAccepted ? "" : outcome.detail,
    providerMessageId: isAccepted ? outcome.providerMessageId : null,
  };
}
