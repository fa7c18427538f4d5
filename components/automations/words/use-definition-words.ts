import { useFormatter, useTranslations } from "next-intl";
import { useEventName } from "@/components/events/use-event-name";
import type {
  ExitRule,
  PropertyCondition,
  Reentry,
  Step,
  Trigger,
} from "@/lib/domain/automations/definition";
import { splitDuration } from "./duration";

/** An automation's parts as sentences in the reader's language. */
export function useDefinitionWords() {
  const t = useTranslations("automations.words");
  const tOwn = useTranslations("automations.exits.own");
  const tChannel = useTranslations("content.channels");
  const format = useFormatter();
  const eventName = useEventName();
  const duration = (minutes: number): string =>
    splitDuration(minutes)
      .map(({ unit, count }) => t(`durations.${unit}`, { count }))
      .join(" ");
  const condition = ({ property, operator, value }: PropertyCondition): string =>
    t(`operators.${operator}`, { property, value: valueWords(value, format) });
  const event = (name: string, where: readonly PropertyCondition[]): string => {
    if (name === "") return t("noEvent");
    if (where.length === 0) return eventName(name);
    return t("eventWhere", { event: eventName(name), conditions: format.list(where.map(condition)) });
  };
  return {
    duration,
    event,
    trigger: (trigger: Trigger): string => {
      switch (trigger.kind) {
        case "event":
          return t("triggers.event", { event: event(trigger.event, trigger.where) });
        case "cart_abandoned": {
          const after = duration(trigger.afterMinutes);
          return trigger.category
            ? t("triggers.cartOf", { after, category: trigger.category })
            : t("triggers.cart", { after });
        }
        case "birthday":
          return t("triggers.birthday", { at: trigger.at });
        case "inactive":
          return t("triggers.inactive", { count: trigger.days });
        case "coupon_expiring":
          return t("triggers.couponExpiring", { count: trigger.days });
        case "membership_expiring":
          return t("triggers.membershipExpiring", { count: trigger.days });
      }
    },
    startsAt: (startsAt: string): string =>
      t("startsAt", { moment: format.dateTime(new Date(startsAt), "dateTime") }),
    reentry: (reentry: Reentry): string =>
      t(`reentries.${reentry.kind}`, { count: reentry.kind === "after" ? reentry.days : 0 }),
    exit: (rule: ExitRule): string =>
      rule.kind === "event"
        ? t("exits.event", { event: event(rule.event, rule.where) })
        : t(`exits.${rule.kind}`),
    /** What the trigger itself takes people out for, whatever the rules are. */
    ownExit: (trigger: Exclude<Trigger, { kind: "event" }>): string =>
      tOwn(trigger.kind === "cart_abandoned" && trigger.category ? "cart_of_category" : trigger.kind),
    /** What a step does; of a condition on the audience, what stands before the audience. */
    step: (step: Step): string => {
      switch (step.kind) {
        case "wait":
          return t("steps.wait", { duration: duration(step.minutes) });
        case "wait_until":
          return t("steps.waitUntil", { at: step.at });
        case "message": {
          const names = step.channels.map((channel) => tChannel(channel));
          return t("steps.message", { channels: format.list(names, { type: "disjunction" }) });
        }
        case "condition":
          return step.test.kind === "audience"
            ? t("steps.audience")
            : t(step.test.did ? "steps.did" : "steps.didNot", {
                event: event(step.test.event, step.test.where),
              });
      }
    },
  };
}

type Format = ReturnType<typeof useFormatter>;

const valueWords = (value: PropertyCondition["value"], format: Format): string =>
  typeof value === "number" ? format.number(value) : String(value ?? "");
