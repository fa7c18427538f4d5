import { useFormatter } from "next-intl";
import type { StatusTone } from "@/components/ui/display/status-pill";
import type { BatchStatus, CodeStatus } from "@/lib/domain/coupons/batches/batch";

export const toneOfBatch: Record<BatchStatus, StatusTone> = {
  pending: "waiting",
  generating: "active",
  paused: "paused",
  completed: "done",
  failed: "failed",
  cancelled: "stopped",
};

export const toneOfCode: Record<CodeStatus, StatusTone> = {
  unused: "idle",
  given: "waiting",
  used: "done",
  disabled: "stopped",
};

const units = [
  ["year", 31_557_600],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
] as const;

/** Numbers beyond what anybody reads digit by digit, and times from moments to ages. */
export function useLargeNumbers() {
  const format = useFormatter();
  const large = (value: number) =>
    format.number(value, { notation: "compact", compactDisplay: "long", maximumFractionDigits: 1 });
  const span = (seconds: number) => {
    const [unit, size] = units.find(([, length]) => seconds >= length) ?? (["second", 1] as const);
    const value = Math.max(1, Math.round(seconds / size));
    return format.number(value, {
      style: "unit",
      unit,
      unitDisplay: "long",
      notation: value >= 1_000_000 ? "compact" : "standard",
    });
  };
  return { large, span };
}
