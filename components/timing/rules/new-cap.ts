import type { FrequencyCap } from "@/lib/domain/timing/frequency-cap";

/** What most people settle on: two pieces of marketing a day. */
export const newCap = (): FrequencyCap => ({
  id: crypto.randomUUID(),
  limit: 2,
  period: { kind: "calendar", unit: "day" },
  channels: null,
  categories: ["marketing"],
  whenFull: "skip",
});
