type Limits = { max: number; maxEach: number };

/** So many places, and only so many of them for one. */
export class Pool {
  private taken = 0;
  private readonly takenBy = new Map<string, number>();

  constructor(private readonly limits: Limits) {}

  /** Gives what frees the place again, or nothing when none is left. */
  take(who: string): (() => void) | undefined {
    const own = this.takenBy.get(who) ?? 0;
    if (this.taken >= this.limits.max || own >= this.limits.maxEach) return undefined;
    this.taken += 1;
    this.takenBy.set(who, own + 1);
    let isFreed = false;
    return () => {
      if (isFreed) return;
      isFreed = true;
      this.free(who);
    };
  }

  private free(who: string): void {
    const left = (this.takenBy.get(who) ?? 0) - 1;
    this.taken -= 1;
    if (left > 0) this.takenBy.set(who, left);
    else this.takenBy.delete(who);
  }
}
