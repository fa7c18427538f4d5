import { isRefusal } from "@/db/database-away";
import { log } from "@/lib/platform/log";

type Options<Item> = {
  name: string;
  /** How long an item waits at most while the database answers. */
  everyMillis: number;
  /** Beyond it the oldest go: the database has been away for long, and memory ends. */
  itemsMax: number;
  write: (items: Item[]) => Promise<void>;
};

const batchMax = 5_000;
const writers = new Set<BufferedWriter<never>>();

/** Takes items at the price of a push and writes them together. What a crash finds here is lost. */
export class BufferedWriter<Item> {
  private items: Item[] = [];
  private timer: NodeJS.Timeout | undefined;
  private writing = Promise.resolve();

  constructor(private readonly options: Options<Item>) {
    writers.add(this as unknown as BufferedWriter<never>);
  }

  add(item: Item): void {
    const { itemsMax, everyMillis, name } = this.options;
    if (this.items.length >= itemsMax) {
      const dropped = this.items.splice(0, Math.ceil(itemsMax / 10)).length;
      log.error("buffer.overflow", { buffer: name, dropped });
    }
    this.items.push(item);
    this.timer ??= setTimeout(() => void this.flush(), everyMillis).unref();
  }

  /** Everything that was added before; waits for a write that is under way. Never fails: what cannot be written stays. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.writing = this.writing.then(() => this.writeAll());
    return this.writing;
  }

  private async writeAll(): Promise<void> {
    let batch: Item[] = [];
    try {
      while (this.items.length > 0) {
        batch = this.items.splice(0, batchMax);
        await this.writeBatch(batch);
        batch = [];
      }
    } catch (error) {
      this.items = [...batch, ...this.items];
      log.warn("buffer.unwritten", { buffer: this.options.name, items: this.items.length, error });
      this.timer ??= setTimeout(() => void this.flush(), this.options.everyMillis).unref();
    }
  }

  /** One that the database refuses goes alone, so that the others do not wait behind it for ever. */
  private async writeBatch(batch: Item[]): Promise<void> {
    try {
      await this.options.write(batch);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      const half = Math.ceil(batch.length / 2);
      if (batch.length === 1) log.error("buffer.refused", { buffer: this.options.name, error });
      else for (const part of [batch.slice(0, half), batch.slice(half)]) await this.writeBatch(part);
    }
  }
}

/** At the end of a process, while its database is still there. */
export async function flushBuffers(): Promise<void> {
  await Promise.all([...writers].map((writer) => writer.flush()));
}
