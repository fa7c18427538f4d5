import type { Coupon } from "@/db/queries/coupons/allocation/coupon-of-batch";
import type { WindowContact } from "@/db/queries/runs/delivery-window";
import type { RunRow } from "@/db/queries/runs/runs";
import { unsubscribeUrlOf } from "@/lib/domain/contacts/unsubscribe/unsubscribe-link";
import { assertTextFits } from "@/lib/domain/content/check/text-too-long";
import { type CompiledContent, compileContent } from "@/lib/domain/content/compile-content";
import { contactVariables } from "@/lib/domain/content/contact-variables";
import { pickLanguage } from "@/lib/domain/content/content";
import { couponVariablesIn } from "@/lib/domain/coupons/allocation/coupon-variables";
import { type CouponVariables, sandboxCode } from "@/lib/domain/coupons/allocation/coupon-words";
import { trackerOf } from "@/lib/domain/events/tracking/track-content";
import { noTracking } from "@/lib/domain/events/tracking/tracking";
import type { Message } from "@/lib/domain/providers/message-port";
import { type GateRun, isOpen, type Refusal, refuse } from "../gate";
import { collapseKeyOf } from "../run";
import { buildMessage } from "./build-message";

const ttlSecondsDefault = 4 * 24 * 60 * 60;

export type PlanWorkspace = { id: string; name: string; locale: string; consentMode: "opt_out" | "opt_in" };

/** A message and the endpoint it is for. */
export type PlannedMessage = { subscriptionId: string; message: Message };

/** What a run says and to whom: content parsed once, then one decision per person. */
export type DeliveryPlan = {
  /** Whether the content may name the person's e-mail address or telephone, which are looked up only then. */
  withAddresses: boolean;
  refuse(person: WindowContact, now: Date): Refusal | undefined;
  /** Throws `LiquidProblem` or `TextTooLong` when this person's values cannot be made into a message. */
  messagesFor(person: WindowContact): PlannedMessage[];
};

/** `coupon`: of the run's batch. */
export function planDelivery(run: RunRow, workspace: PlanWorkspace, coupon?: Coupon): DeliveryPlan {
  const [first, ...others] = run.contents.map((content) =>
    compileContent(content, run.channel, { category: run.category, marks: true }),
  );
  if (!first) throw new Error("A run without content cannot have been scheduled.");
  const contents: [CompiledContent, ...CompiledContent[]] = [first, ...others];
  const envelope = {
    runId: run.id,
    collapseKey: collapseKeyOf(run.id),
    channel: run.channel,
    ttlSeconds: run.ttlSeconds ?? ttlSecondsDefault,
    priority: run.priority,
  };
  const gate: GateRun = {
    expiresAt: run.expiresAt,
    category: run.category,
    consentMode: workspace.consentMode,
  };
  const track = trackerOf({
    workspaceId: workspace.id,
    runId: run.id,
    sendAt: run.sendAt,
    channel: run.channel,
    tracking: run.tracking ?? noTracking,
  });
  const couponOf = coupon && couponReader(run, workspace, coupon);
  const isUnsubscribable = run.channel === "email" && run.category === "marketing";
  return {
    withAddresses: /email|phone/.test(JSON.stringify(run.contents)),
    refuse: (person, now) => refuse(gate, person, now),
    messagesFor(person) {
      const content = pickLanguage(contents, person.locale, workspace.locale);
      const unsubscribeUrl = isUnsubscribable
        ? unsubscribeUrlOf(workspace.id, person.contactId, run.channel)
        : undefined;
      const variables = content.isPersonal
        ? variablesOf(person, workspace, unsubscribeUrl, couponOf?.(content.language, person))
        : {};
      const rendered = track(content.render(variables), person.contactId);
      assertTextFits(run.channel, rendered);
      return (person.subscriptions ?? []).filter(isOpen).map((endpoint) => ({
        subscriptionId: endpoint.id,
        message: buildMessage(envelope, person, endpoint, rendered, { unsubscribeUrl }),
      }));
    },
  };
}

type CouponReader = (language: string, person: WindowContact) => CouponVariables | Record<string, never>;

/** Empty for the holdout; a test shows a code that is none. */
function couponReader(run: RunRow, { id: workspaceId }: PlanWorkspace, coupon: Coupon): CouponReader {
  const hasUrl = JSON.stringify(run.contents).includes("url");
  const inLanguage = new Map(
    run.contents.map(({ language }) => [language, couponVariablesIn(language, coupon, hasUrl)]),
  );
  const testCode = run.kind === "test" ? sandboxCode : null;
  return (language, { contactId, couponCode }) => {
    const code = testCode ?? couponCode;
    return (code !== null && inLanguage.get(language)?.(code, { workspaceId, contactId })) || {};
  };
}

function variablesOf(
  person: WindowContact,
  workspace: PlanWorkspace,
  unsubscribeUrl: string | undefined,
  coupon: ReturnType<CouponReader> | undefined,
) {
  const { email, phone } = person;
  const variables = contactVariables({
    contact: person,
    email,
    phone,
    workspaceName: workspace.name,
    unsubscribeUrl,
    coupon,
  });
  return person.variables ? { ...variables, ...person.variables } : variables;
}
