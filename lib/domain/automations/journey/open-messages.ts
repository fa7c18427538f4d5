import type { EnrolmentRow } from "@/db/queries/automations/enrolments";
import { listLatest } from "@/db/queries/automations/facts";
import { findActiveProvider, findSandboxProvider } from "@/db/queries/providers/find-provider";
import type { ProviderRow } from "@/db/queries/providers/provider-row";
import type { SendingWorkspace } from "@/db/queries/runs/sending-context";
import type { Channel } from "@/lib/domain/channels/channel";
import type { Content } from "@/lib/domain/content/content";
import { trackingDefaults } from "@/lib/domain/events/tracking/tracking";
import { openNamedRun } from "@/lib/domain/runs/open-named-run";
import type { TransactionContext } from "@/lib/platform/context/workspace-context";
import { cartEvents, type MessageStep } from "../definition";
import { sinceFirst } from "./facts/happenings-of";
import { messageTiming, newsSeconds } from "./message-timing";
import { newestCart } from "./newest-cart";

export type MessageToOpen = { enrolment: EnrolmentRow; step: MessageStep; channel: Channel };

/** The run that sends it, or why there is none. */
export type Opened = { runId: string; refusal?: never } | { runId?: never; refusal: "no_provider" };

/**
 * One run for all who get the same message over the same channel at this moment; somebody who gets it for two things
 * at once (two carts) is in two of them.
 */
export async function openMessages(
  tx: TransactionContext,
  workspace: SendingWorkspace,
  messages: readonly MessageToOpen[],
): Promise<(enrolmentId: string, stepId: string) => Opened | undefined> {
  const opened = new Map<string, Opened>();
  if (messages.length === 0) return () => undefined;
  const variables = await variablesOf(tx, messages);
  for (const group of groupsOf(messages)) {
    const [first] = group;
    if (!first) continue;
    const provider = await providerFor(tx, first);
    const end: Opened = provider
      ? { runId: await openRun(tx, { workspace, provider, group, variables }) }
      : { refusal: "no_provider" };
    for (const { enrolment, step } of group) opened.set(`${enrolment.id} ${step.id}`, end);
  }
  return (enrolmentId, stepId) => opened.get(`${enrolmentId} ${stepId}`);
}

function groupsOf(messages: readonly MessageToOpen[]): MessageToOpen[][] {
  const seen = new Map<string, number>();
  const groups = Map.groupBy(messages, ({ enrolment, step, channel }) => {
    const same = `${enrolment.automationId} ${enrolment.versionNumber} ${step.id} ${channel} ${enrolment.isTest}`;
    const ordinal = seen.get(`${same} ${enrolment.contactId}`) ?? 0;
    seen.set(`${same} ${enrolment.contactId}`, ordinal + 1);
    return `${same} ${ordinal}`;
  });
  return [...groups.values()];
}

/** A test leaves this machine for nobody. */
const providerFor = (tx: TransactionContext, { enrolment, channel }: MessageToOpen) =>
  enrolment.isTest ? findSandboxProvider(tx.scope, channel) : findActiveProvider(tx.scope, channel);

type Group = {
  workspace: SendingWorkspace;
  provider: ProviderRow;
  group: readonly MessageToOpen[];
  variables: (enrolment: EnrolmentRow) => Record<string, unknown>;
};

function openRun(tx: TransactionContext, { workspace, provider, group, variables }: Group): Promise<string> {
  const [first] = group;
  if (!first) throw new Error("A group has somebody in it.");
  const { step, channel, enrolment } = first;
  const ttlSeconds = step.ttlSeconds ?? newsSeconds;
  return openNamedRun(tx, {
    kind: enrolment.isTest ? "test" : "automation",
    campaignId: step.id,
    provider,
    category: step.category,
    contents: contentsFor(step, channel),
    ttlSeconds,
    priority: step.priority,
    tracking: step.tracking ?? trackingDefaults(channel),
    timing: enrolment.isTest ? null : messageTiming(step, channel, workspace, tx.now()),
    expiresInMillis: ttlSeconds * 1_000,
    couponBatchId: step.couponBatchId ?? null,
    couponHoldoutPercent: step.couponHoldoutPercent ?? 0,
    recipients: group.map((one) => ({
      contactId: one.enrolment.contactId,
      variables: variables(one.enrolment),
    })),
  });
}

/** The short text of a push beside it would be an e-mail's whole text part: that is made of the HTML, links and all. */
const contentsFor = ({ contents, channels }: MessageStep, channel: Channel): Content[] =>
  channel === "email" && channels.length > 1
    ? contents.map((content) => (content.html === "" ? content : { ...content, body: "" }))
    : contents;

/** What the message may say beside the person: the trigger's event, and the cart as it is now. */
async function variablesOf(tx: TransactionContext, messages: readonly MessageToOpen[]) {
  const ofCarts = messages.filter(({ enrolment }) => enrolment.subject.kind === "cart");
  const people = ofCarts.map(({ enrolment: { contactId, triggeredAt: since } }) => ({ contactId, since }));
  const told = await listLatest(tx.scope, sinceFirst(people), cartEvents);
  const byContact = Map.groupBy(told, ({ contactId }) => contactId);
  return ({ subject, properties, contactId }: EnrolmentRow): Record<string, unknown> =>
    subject.kind === "cart"
      ? { event: properties, cart: newestCart(subject.cartId, byContact.get(contactId) ?? []) ?? properties }
      : { event: properties };
}
