import type { Rates } from "@/db/queries/workflow/rates";
import type { Rate } from "../registry/function-definition";

/** Starts by key at the pace of their rates: the generic cell rate algorithm on one reading of the clock. */
export class Pace {
  /** What changed. */
  readonly changed = new Map<string, number>();
  private readonly waiting = new Map<string, number>();

  constructor(private readonly rates: Rates) {}

  /** `undefined`: the start is on time and counted. Otherwise when it would be, behind those refused before. */
  start(key: string, rate: Rate): number | undefined {
    const { nowMillis } = this.rates;
    const onTimeAt = Math.max(this.changed.get(key) ?? this.rates.onTimeAt.get(key) ?? nowMillis, nowMillis);
    const earliest = onTimeAt - rate.toleranceMillis;
    // Instants cross the database as microseconds, so a start at the exact time may seem a hair too early.
    if (earliest <= nowMillis + roundingMillis) {
      this.changed.set(key, onTimeAt + rate.intervalMillis);
      return undefined;
    }
    const waiting = this.waiting.get(key) ?? 0;
    this.waiting.set(key, waiting + 1);
    return earliest + waiting * rate.intervalMillis;
  }
}

const roundingMillis = 0.01;
