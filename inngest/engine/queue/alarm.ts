const timeoutMillisMax = 2_147_483_647;

/** One timer that only ever moves earlier until it rings. */
export class Alarm {
  private timer: NodeJS.Timeout | undefined;
  private ringsAt = Number.POSITIVE_INFINITY;
  private isStopped = false;

  constructor(private readonly ring: () => void) {}

  /** Rings in `millis` at the latest; null changes nothing. */
  setWithin(millis: number | null): void {
    if (millis === null || this.isStopped) return;
    const wait = Math.min(Math.max(Math.ceil(millis), 1), timeoutMillisMax);
    const at = performance.now() + wait;
    if (at >= this.ringsAt) return;
    clearTimeout(this.timer);
    this.ringsAt = at;
    this.timer = setTimeout(() => {
      this.ringsAt = Number.POSITIVE_INFINITY;
      this.ring();
    }, wait);
  }

  /** It rings no more, whatever it is set to: a timer of hours would keep the process from its end. */
  stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
  }
}
