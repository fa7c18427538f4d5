import { useFormatter, useTranslations } from "next-intl";
import type { StatusTone } from "@/components/ui/display/status-pill";
import { type EntryState, plainNameOf, type WorkflowStatus } from "@/lib/domain/workflows/workflow";

export const toneOfRun: Record<WorkflowStatus, StatusTone> = {
  queued: "idle",
  running: "active",
  waiting: "waiting",
  completed: "done",
  failed: "failed",
  cancelled: "stopped",
};

export const toneOfEntry: Record<EntryState, StatusTone> = {
  completed: "done",
  failed: "failed",
  timed_out: "stopped",
  running: "active",
  retrying: "paused",
  queued: "idle",
  waiting: "waiting",
};

/** What a function does, in people's words; its own name where there are none. */
export function useWorkflowName() {
  const t = useTranslations("workflows.names");
  return (functionId: string): string => {
    const name = plainNameOf(functionId);
    return t.has(name) ? t(name) : name;
  };
}

const units = [
  { unit: "day", millis: 86_400_000 },
  { unit: "hour", millis: 3_600_000 },
  { unit: "minute", millis: 60_000 },
  { unit: "second", millis: 1_000 },
] as const;

/** A span in at most two units: "350 ms", "2.4 sec", "3 min 4 sec". */
export function useSpan() {
  const format = useFormatter();
  const inUnit = (value: number, unit: string, maximumFractionDigits = 0) =>
    format.number(value, { style: "unit", unit, unitDisplay: "short", maximumFractionDigits });
  return (millis: number): string => {
    if (millis < 1_000) return inUnit(Math.round(millis), "millisecond");
    if (millis < 60_000) return inUnit(millis / 1_000, "second", millis < 10_000 ? 1 : 0);
    const at = units.findIndex((one) => millis >= one.millis);
    const [large, small] = [units[at], units[at + 1]];
    if (!large || !small) return inUnit(Math.round(millis / 1_000), "second");
    const rest = Math.floor((millis % large.millis) / small.millis);
    const whole = inUnit(Math.floor(millis / large.millis), large.unit);
    return rest > 0 ? `${whole} ${inUnit(rest, small.unit)}` : whole;
  };
}
