/** At most `size` things at once. Taking a free slot costs no promise turn of its own. */
export class Slots {
  private used = 0;
  private readonly queue: (() => void)[] = [];
  private onIdle: (() => void) | undefined;

  constructor(private readonly size: number) {}

  take(): Promise<void> | undefined {
    if (this.used < this.size) {
      this.used += 1;
      return undefined;
    }
    return new Promise((done) => this.queue.push(done));
  }

  /** The slot passes straight to whoever waits longest. */
  free(): void {
    const next = this.queue.shift();
    if (next) {
      next();
      return;
    }
    this.used -= 1;
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
