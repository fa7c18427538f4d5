import { parseSleep, type WaitTime } from "../runs/wait-time";
import { nameOf, type Op } from "./op";

/** A step that the function came to and that is to be run or waited for. */
export type PlannedStep = { id: string; name: string; isRace: boolean } & (
  | { kind: "step" }
  | { kind: "sleep"; time: WaitTime }
  | { kind: "wait"; time: WaitTime; eventName: string; condition: string | undefined }
  | { kind: "invoke"; time: WaitTime; functionId: string; data: object; v: string | undefined }
);

const longest: WaitTime = { millis: 366 * 86_400_000 };

export function toPlannedStep(one: Op): PlannedStep[] {
  const { opts } = one;
  const base = { id: one.id, name: nameOf(one), isRace: opts?.parallelMode === "race" };
  const time = opts?.timeout === undefined ? longest : parseSleep(opts.timeout);
  switch (one.op) {
    case "StepPlanned":
      return [{ ...base, kind: "step" }];
    case "Sleep":
      return [{ ...base, kind: "sleep", time: parseSleep(one.name ?? "") }];
    case "WaitForEvent":
      return [{ ...base, kind: "wait", time, eventName: one.name ?? "", condition: opts?.if }];
    case "InvokeFunction": {
      const { data = {}, v } = opts?.payload ?? {};
      return [{ ...base, kind: "invoke", time, functionId: opts?.function_id ?? "", data, v }];
    }
    default:
      return [];
  }
}
