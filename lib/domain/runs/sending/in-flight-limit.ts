import { type EventLoopUtilization, performance } from "node:perf_hooks";
import type { Transport } from "@/lib/domain/providers/message-port";

const first = 100;
const reviewMillis = 25;
const busy = 0.9;
const idle = 0.7;

const limits = new WeakMap<Transport, InFlightLimit>();

/**
 * How many messages of a transport are under way at once: few while this process has no time left, since each is
 * memory that the garbage collector copies; more, up to what the transport carries, while it waits for the network.
 */
export class InFlightLimit {
  current: number;
  private reviewAt = 0;
  private last: EventLoopUtilization | undefined;

  constructor(
    private readonly max: number,
    private readonly measure = performance.eventLoopUtilization,
  ) {
    this.current = Math.min(first, max);
  }

  /** What was learnt on one chunk serves the next. */
  static of(transport: Transport): InFlightLimit {
    const known = limits.get(transport);
    if (known) return known;
    const limit = new InFlightLimit(transport.capacity.inFlightMax);
    limits.set(transport, limit);
    return limit;
  }

  /** Told when somebody has to wait. */
  onFull(): void {
    const now = performance.now();
    if (now < this.reviewAt) return;
    this.reviewAt = now + reviewMillis;
    const total = this.measure();
    const { utilization } = this.last ? this.measure(total, this.last) : total;
    this.last = total;
    if (utilization < idle) this.current = Math.min(this.max, this.current * 2);
    else if (utilization > busy)
      this.current = Math.max(Math.min(first, this.max), Math.floor(this.current * 0.8));
  }
}
