import { isRefusal } from "@/db/database-away";

type Waiting<Item, Result> = {
  item: Item;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
};

/**
 * Writes of many runs share a statement: what arrives while `flushesMax` are under way goes with the next. Adds no delay
 * when idle. An item the database refuses fails alone.
 */
export class GroupCommit<Item, Result> {
  private waiting: Waiting<Item, Result>[] = [];
  private flushing = 0;

  constructor(
    private readonly sizeMax: number,
    private readonly flushesMax: number,
    private readonly write: (items: readonly Item[]) => Promise<readonly Result[]>,
  ) {}

  add(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      if (this.flushing < this.flushesMax) void this.flush();
    });
  }

  private async flush(): Promise<void> {
    this.flushing += 1;
    // Requests that end in the same turn of the event loop go together.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.waiting.length > 0) {
      await this.writeBatch(this.waiting.splice(0, this.sizeMax));
    }
    this.flushing -= 1;
  }

  private async writeBatch(batch: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await this.write(batch.map((one) => one.item));
      batch.forEach((one, position) => {
        one.resolve(results[position] as Result);
      });
    } catch (error) {
      if (batch.length > 1 && isRefusal(error)) {
        for (const one of batch) await this.writeBatch([one]);
        return;
      }
      for (const one of batch) one.reject(error);
    }
  }
}
