import { isClockTime } from "../sending-window";
import { toInstant } from "../zone-clock";
import type { Recurrence } from "./occurrences";
import { findRuleProblem } from "./rule";

/** Whether it says when at all: the rule is one, and the first date and the time are there. */
export const isUsableRecurrence = ({ rrule, start }: Recurrence): boolean =>
  !findRuleProblem(rrule) && isClockTime(start.time) && toInstant(start, "UTC") !== undefined;
