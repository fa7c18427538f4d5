import { type EventLoopUtilization, performance } from "node:perf_hooks";
import type { Transport } from "@/lib/domain/providers/message-port";

const first = 64;
const reviewMillis = 25;
const busy = 0.9;
const idle = 0.7;

const known = new WeakMap<Transport, InFlight>();

/**
 * What a transport has under way, for all chunks of this process together: little while the process has no time left,
 * since each message is memory that the garbage collector copies; more, up to what the transport carries, while it
 * waits for the network.
 */
export class InFlight {
  limit: number;
  private readonly least: number;
  private used = 0;
  private readonly queue: (() => void)[] = [];
  private reviewAt = 0;
  private last: EventLoopUtilization | undefined;

  constructor(
    private readonly most: number,
    private readonly measure = performance.eventLoopUtilization,
  ) {
    this.least = Math.min(first, most);
    this.limit = this.least;
  }

  /** What was learnt on one chunk serves the next. */
  static of(transport: Transport): InFlight {
    const inFlight = known.get(transport) ?? new InFlight(transport.capacity.inFlightMax);
    known.set(transport, inFlight);
    return inFlight;
  }

  take(): Promise<void> | undefined {
    if (this.used < this.limit) {
      this.used += 1;
      return undefined;
    }
    this.review();
    return new Promise((done) => this.queue.push(done));
  }

  /** The place passes straight to whoever waits longest, unless the limit has fallen. */
  free(): void {
    this.used -= 1;
    while (this.used < this.limit) {
      const next = this.queue.shift();
      if (!next) return;
      this.used += 1;
      next();
    }
  }

  private review(): void {
    const now = Date.now();
    if (now < this.reviewAt) return;
    this.reviewAt = now + reviewMillis;
    const total = this.measure();
    const { utilization } = this.last ? this.measure(total, this.last) : total;
    this.last = total;
    if (utilization < idle) this.limit = Math.min(this.most, this.limit * 2);
    else if (utilization > busy) this.limit = Math.max(this.least, Math.floor(this.limit * 0.8));
  }
}
