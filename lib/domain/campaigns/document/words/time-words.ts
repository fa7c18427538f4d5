import type { PropertyCondition, Trigger } from "@/lib/domain/automations/definition";
import type { DocumentSchedule, DocumentTime } from "../notification-document";
import { parseWait, toWait } from "./durations";

/** What the recipe of an abandoned cart waits, and the one of a birthday. */
const afterMinutesDefault = 60;
const birthdayAt = "09:00";

export const cartConditions = ["abandon_time", "product_category"];

export function toTime(schedule: DocumentSchedule | undefined): DocumentTime {
  const sendAt = schedule?.send_at === undefined ? null : new Date(schedule.send_at);
  if (schedule?.type !== "trigger_based") return { kind: "time_based", sendAt };
  return { kind: "trigger_based", trigger: toTrigger(schedule), startsAt: sendAt?.toISOString() ?? null };
}

function toTrigger({
  trigger_type: type = "",
  trigger_conditions: conditions = {},
}: DocumentSchedule): Trigger {
  if (type === "birthday") return { kind: "birthday", at: birthdayAt, leapDay: "feb_28" };
  if (type === "cart_abandoned") {
    const { abandon_time: wait, product_category: category = null } = conditions;
    const afterMinutes = (wait === undefined ? undefined : parseWait(String(wait))) ?? afterMinutesDefault;
    return { kind: "cart_abandoned", afterMinutes, category: category === null ? null : String(category) };
  }
  const where = Object.entries(conditions).map(
    ([property, value]): PropertyCondition => ({ property, operator: "equals", value }),
  );
  return { kind: "event", event: type, where };
}

/** The time in the document's words; undefined where it has none for it. */
export function toScheduleWords(time: DocumentTime): DocumentSchedule | undefined {
  if (time.kind === "time_based")
    return { type: "time_based", ...(time.sendAt && { send_at: time.sendAt.toISOString() }) };
  const trigger = toTriggerWords(time.trigger);
  return trigger && { type: "trigger_based", ...trigger, ...(time.startsAt && { send_at: time.startsAt }) };
}

type TriggerWords = Pick<DocumentSchedule, "trigger_type" | "trigger_conditions">;

function toTriggerWords(trigger: Trigger): TriggerWords | undefined {
  if (
    trigger.kind === "inactive" ||
    trigger.kind === "coupon_expiring" ||
    trigger.kind === "membership_expiring"
  )
    return undefined;
  if (trigger.kind === "birthday") {
    const isUsual = trigger.at === birthdayAt && trigger.leapDay === "feb_28";
    return isUsual ? { trigger_type: "birthday" } : undefined;
  }
  if (trigger.kind === "cart_abandoned") {
    const { afterMinutes, category } = trigger;
    const conditions = {
      abandon_time: toWait(afterMinutes),
      ...(category && { product_category: category }),
    };
    return { trigger_type: "cart_abandoned", trigger_conditions: conditions };
  }
  const { event, where } = trigger;
  const isPlain = where.every(
    ({ operator, value }, index) =>
      operator === "equals" && value !== undefined && where.findIndex(isSameProperty(where[index])) === index,
  );
  if (!isPlain || event === "birthday" || event === "cart_abandoned" || event === "") return undefined;
  const pairs = where.map(({ property, value = "" }) => [property, value] as const);
  return {
    trigger_type: event,
    ...(where.length > 0 && { trigger_conditions: Object.fromEntries(pairs) }),
  };
}

const isSameProperty = (one: PropertyCondition | undefined) => (other: PropertyCondition) =>
  one?.property === other.property;
