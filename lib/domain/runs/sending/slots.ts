import type { InFlightLimit } from "./in-flight-limit";

/** At most as many things at once as the limit says. Taking a free slot costs no promise turn of its own. */
export class Slots {
  private used = 0;
  private readonly queue: (() => void)[] = [];
  private onIdle: (() => void) | undefined;

  constructor(private readonly limit: Pick<InFlightLimit, "current" | "onFull">) {}

  take(): Promise<void> | undefined {
    if (this.used < this.limit.current) {
      this.used += 1;
      return undefined;
    }
    this.limit.onFull();
    return new Promise((done) => this.queue.push(done));
  }

  /** The slot passes straight to whoever waits longest, unless the limit has fallen. */
  free(): void {
    this.used -= 1;
    while (this.used < this.limit.current) {
      const next = this.queue.shift();
      if (!next) break;
      this.used += 1;
      next();
    }
    if (this.used === 0) this.onIdle?.();
  }

  /** Resolves when nothing is under way; the caller takes no more. */
  async drain(): Promise<void> {
    if (this.used === 0) return;
    await new Promise<void>((done) => {
      this.onIdle = done;
    });
  }
}
