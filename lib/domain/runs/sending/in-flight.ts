import { type EventLoopUtilization, performance } from "node:perf_hooks";
import type { Transport } from "@/lib/domain/providers/message-port";
import { isPreceded } from "./precedence";

const first = 64;
const reviewMillis = 25;

/** How much of the process' time sending may take before there is less under way, how fast it falls, and how far. */
type Manner = { busy: number; idle: number; fall: number; least: number };

const alone: Manner = { busy: 0.9, idle: 0.7, fall: 0.8, least: first };
const preceded: Manner = { busy: 0.5, idle: 0.3, fall: 0.5, least: 1 };

const known = new WeakMap<Transport, InFlight>();

/**
 * What a transport has under way, for all chunks of this process together: little while the process has no time left,
 * since each message is memory that the garbage collector copies; more, up to what the transport carries, while it
 * waits for the network. Least while transactional messages are about, whose own are never held back.
 */
export class InFlight {
  limit: number;
  private used = 0;
  private readonly urgent: (() => void)[] = [];
  private readonly queue: (() => void)[] = [];
  private reviewAt = 0;
  private yielded = false;
  private last: EventLoopUtilization | undefined;

  constructor(
    private readonly most: number,
    private readonly measure = performance.eventLoopUtilization,
    private readonly yields = isPreceded,
  ) {
    this.limit = Math.min(first, most);
  }

  /** What was learnt on one chunk serves the next. */
  static of(transport: Transport): InFlight {
    const inFlight = known.get(transport) ?? new InFlight(transport.capacity.inFlightMax);
    known.set(transport, inFlight);
    return inFlight;
  }

  take(isUrgent = false): Promise<void> | undefined {
    if (this.used < (isUrgent ? this.most : this.limit)) {
      this.used += 1;
      return undefined;
    }
    this.review();
    return new Promise((done) => (isUrgent ? this.urgent : this.queue).push(done));
  }

  /** The place passes straight to whoever waits longest, unless the limit has fallen. */
  free(): void {
    this.used -= 1;
    for (;;) {
      const next = this.urgent.shift() ?? (this.used < this.limit ? this.queue.shift() : undefined);
      if (!next) return;
      this.used += 1;
      next();
      if (this.used >= this.most) return;
    }
  }

  private review(): void {
    const now = Date.now();
    if (now < this.reviewAt) return;
    this.reviewAt = now + reviewMillis;
    const total = this.measure();
    const { utilization } = this.last ? this.measure(total, this.last) : total;
    this.last = total;
    const yields = this.yields();
    const { busy, idle, fall, least } = yields ? preceded : alone;
    const floor = Math.min(least, this.most);
    // What was learnt alone is too much for the first that comes.
    if (yields && !this.yielded) this.limit = floor;
    else if (utilization < idle || this.limit < floor)
      this.limit = Math.min(this.most, Math.max(floor, this.limit * 2));
    else if (utilization > busy) this.limit = Math.max(floor, Math.floor(this.limit * fall));
    this.yielded = yields;
  }
}
