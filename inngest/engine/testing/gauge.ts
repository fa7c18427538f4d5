import { setTimeout as sleep } from "node:timers/promises";

/** Counts who is inside at once, by name. */
export class Gauge {
  readonly most = new Map<string, number>();
  private readonly inside = new Map<string, number>();

  async enter(names: readonly string[], millis = 8): Promise<void> {
    for (const name of names) {
      const count = (this.inside.get(name) ?? 0) + 1;
      this.inside.set(name, count);
      this.most.set(name, Math.max(count, this.most.get(name) ?? 0));
    }
    await sleep(millis);
    for (const name of names) this.inside.set(name, (this.inside.get(name) ?? 0) - 1);
  }
}
