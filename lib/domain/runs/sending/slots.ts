import type { InFlight } from "./in-flight";

/** One chunk's share of what its transport has under way. */
export class Slots {
  private used = 0;
  private onIdle: (() => void) | undefined;

  constructor(
    private readonly inFlight: Pick<InFlight, "take" | "free">,
    private readonly isUrgent = false,
  ) {}

  /** Nothing to wait for when there is room: a promise turn of its own for each person costs as much as the gate. */
  take(): Promise<void> | undefined {
    this.used += 1;
    return this.inFlight.take(this.isUrgent);
  }

  free(): void {
    this.inFlight.free();
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
