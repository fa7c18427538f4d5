const timeoutMillisMax = 2_147_483_647;

/** One timer that only ever moves earlier until it rings. */
export class Alarm {
  private timer: NodeJS.Timeout | undefined;
  private ringsAt = Number.POSITIVE_INFINITY;

  constructor(private readonly ring: () => void) {}

  /** Rings in `millis` at the latest; null changes nothing. */
  setWithin(millis: number | null): void {
    if (millis === null) return;
    const wait = Math.min(Math.max(Math.ceil(millis), 1), timeoutMillisMax);
    const at = performance.now() + wait;
    if (at >= this.ringsAt) return;
    this.clear();
    this.ringsAt = at;
    this.timer = setTimeout(() => {
      this.ringsAt = Number.POSITIVE_INFINITY;
      this.ring();
    }, wait);
  }

  clear(): void {
    clearTimeout(this.timer);
    this.ringsAt = Number.POSITIVE_INFINITY;
  }
}
