import { conditionsPerEventMax } from "@/lib/domain/automations/definition";
import { eventNamePattern, ownEventPrefix } from "@/lib/domain/events/event";
import type { DocumentSchedule } from "../notification-document";
import { parseWait } from "../words/durations";
import { cartConditions } from "../words/time-words";

export type ScheduleProblem = { path: string[]; message: string };

const problem = (message: string, ...path: string[]): ScheduleProblem => ({ path, message });

/** What a schedule's parts say against each other. */
export function checkSchedule(schedule: DocumentSchedule): ScheduleProblem[] {
  const { type, trigger_type: trigger, trigger_conditions: conditions } = schedule;
  if (type === "time_based") {
    const message =
      "A time_based schedule has a send_at and no trigger. Leave this out, or use trigger_based.";
    return [
      ...(trigger === undefined ? [] : [problem(message, "trigger_type")]),
      ...(conditions === undefined ? [] : [problem(message, "trigger_conditions")]),
    ];
  }
  if (trigger === undefined)
    return [
      problem("Say what triggers it: cart_abandoned, birthday, or the name of an event.", "trigger_type"),
    ];
  if (trigger === "cart_abandoned") return checkCart(conditions ?? {});
  if (trigger === "birthday")
    return Object.keys(conditions ?? {}).map((name) =>
      problem("A birthday has no conditions.", "trigger_conditions", name),
    );
  return [...checkEventName(trigger), ...checkConditions(conditions ?? {})];
}

type Conditions = NonNullable<DocumentSchedule["trigger_conditions"]>;

function checkCart(conditions: Conditions): ScheduleProblem[] {
  const { abandon_time: wait, product_category: category } = conditions;
  const at = (name: string, message: string) => problem(message, "trigger_conditions", name);
  return [
    ...Object.keys(conditions)
      .filter((name) => !cartConditions.includes(name))
      .map((name) => at(name, "An abandoned cart has abandon_time and product_category, nothing else.")),
    ...(wait === undefined || (typeof wait === "string" && parseWait(wait) !== undefined)
      ? []
      : [at("abandon_time", "A time such as 30m, 24h, 2d or 1w, of a year at most.")]),
    ...(category === undefined || (typeof category === "string" && isShort(category.trim()))
      ? []
      : [at("product_category", "The name of a category, of 200 characters at most.")]),
  ];
}

const isShort = (text: string): boolean => text !== "" && text.length <= 200;

const checkEventName = (name: string): ScheduleProblem[] =>
  eventNamePattern.test(name) && !name.startsWith(ownEventPrefix)
    ? []
    : [
        problem(
          "cart_abandoned, birthday, or the name of an event: small letters, digits, dots and underscores, beginning with a letter.",
          "trigger_type",
        ),
      ];

/** Of other events a condition is a property and what it must be. */
function checkConditions(conditions: Conditions): ScheduleProblem[] {
  const names = Object.keys(conditions);
  const few = names.length <= conditionsPerEventMax;
  return [
    ...(few ? [] : [problem(`At most ${conditionsPerEventMax} conditions.`, "trigger_conditions")]),
    ...names
      .filter((name) => name === "abandon_time")
      .map((name) => problem("Only an abandoned cart is waited for.", "trigger_conditions", name)),
    ...names
      .filter((name) => !isShort(name))
      .map((name) => problem("A property's name has 1 to 200 characters.", "trigger_conditions", name)),
  ];
}
