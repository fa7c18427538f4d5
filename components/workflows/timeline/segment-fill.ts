import type { Segment } from "./timeline-scale";

/** Work is filled, what is waited for is hatched, so that they differ without their colours as well. */
export const fillOf: Record<Segment["kind"], string> = {
  work: "bg-brand-solid",
  failed: "bg-danger-solid",
  wait: "border border-info-line bg-[repeating-linear-gradient(135deg,var(--info-line)_0_2px,var(--info-subtle)_2px_6px)]",
  queue: "border border-border-strong border-dashed bg-muted",
};
