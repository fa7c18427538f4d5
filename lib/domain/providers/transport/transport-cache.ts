import type { Transport } from "../message-port";

const openMax = 64;
const idleMillis = 10 * 60 * 1000;
/** A worker that holds a replaced transport finishes its chunk on it first. */
const graceMillis = 60 * 1000;

type Entry = { version: number; transport: Transport; usedAt: number };

/** Open connections by provider. A new version replaces the old one, which closes once nobody uses it any more. */
export class TransportCache {
  private readonly entries = new Map<string, Entry>();

  has(providerId: string, version: number): boolean {
    return this.entries.get(providerId)?.version === version;
  }

  get(providerId: string, version: number, open: () => Transport): Transport {
    const known = this.entries.get(providerId);
    if (known?.version === version) return this.touch(providerId, known);
    const entry = { version, transport: open(), usedAt: Date.now() };
    if (known) this.retire(known);
    this.touch(providerId, entry);
    this.evict();
    return entry.transport;
  }

  /** Waits for what is in flight. */
  async close(): Promise<void> {
    const open = [...this.entries.values()];
    this.entries.clear();
    await Promise.all(open.map(({ transport }) => transport.close()));
  }

  /** The map keeps the order of use, the longest unused first. */
  private touch(providerId: string, entry: Entry): Transport {
    entry.usedAt = Date.now();
    this.entries.delete(providerId);
    this.entries.set(providerId, entry);
    return entry.transport;
  }

  private evict(): void {
    for (const [providerId, entry] of this.entries) {
      if (this.entries.size <= openMax && Date.now() - entry.usedAt < idleMillis) return;
      this.entries.delete(providerId);
      this.retire(entry);
    }
  }

  private retire({ transport }: Entry): void {
    setTimeout(() => void transport.close(), graceMillis).unref();
  }
}
