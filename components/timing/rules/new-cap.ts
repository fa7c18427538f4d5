import { randomId } from "@/lib/browser/random-id";
import type { FrequencyCap } from "@/lib/domain/timing/frequency-cap";

/** What most people settle on: two pieces of marketing a day. */
export const newCap = (): FrequencyCap => ({
  id: randomId(),
  limit: 2,
  period: { kind: "calendar", unit: "day" },
  channels: null,
  categories: ["marketing"],
  whenFull: "skip",
});
