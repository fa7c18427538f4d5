import { setImmediate } from "node:timers/promises";

/** At a stretch. */
const stretchMillis = 10;

/** The working time of something that may be long: everybody else gets their turn in between, and it comes to an end. */
export class Share {
  private used = 0;
  private since = performance.now();

  constructor(private readonly millis: number) {}

  /** Whether some is left. */
  async goesOn(): Promise<boolean> {
    const stretch = performance.now() - this.since;
    if (stretch < stretchMillis) return this.used + stretch < this.millis;
    this.used += stretch;
    await setImmediate();
    this.since = performance.now();
    return this.used < this.millis;
  }
}
