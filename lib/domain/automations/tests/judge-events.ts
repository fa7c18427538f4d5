import type { Definition } from "../definition";
import type { Happening } from "../journey/advance";
import { meetsAll } from "../journey/property-condition";
import type { Share } from "./share";

/**
 * What is said of an event never changes, so that it is asked before, one at a time, and known in every turn. Gives
 * whether the share was enough.
 */
export async function judgeEvents(
  { trigger, steps, exits }: Definition,
  events: readonly Happening[],
  share: Share,
): Promise<boolean> {
  const tests = steps.flatMap((step) => (step.kind === "condition" ? [step.test] : []));
  const judges = [trigger, ...exits, ...tests].filter((one) => one.kind === "event");
  for (const { name, properties } of events) {
    for (const { event, where } of judges) {
      if (event !== name) continue;
      meetsAll(properties, where);
      if (!(await share.goesOn())) return false;
    }
  }
  return true;
}
