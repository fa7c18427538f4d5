import { Connection, type ConnectionEvents } from "./connection";
import type { Exchange, PoolAnswer, RawHeaders } from "./exchange";

const refusalsMax = 64;

export type Http2OriginPoolOptions = {
  /** `https://host` or, for HTTP/2 without TLS by prior knowledge, `http://host:port`. */
  origin: string;
  connectionsMax: number;
  /** Upper bound on streams per connection; the peer's own limit is respected as well. */
  streamsMax: number;
  requestTimeoutMillis: number;
  ca?: string;
};

/** POSTs to one origin over a few HTTP/2 connections. Replays only what the peer refused unprocessed. */
export class Http2OriginPool {
  readonly inFlightMax: number;
  private readonly connections: Connection[] = [];
  private readonly waiting = new Set<Exchange>();
  private readonly watchedSignals = new WeakSet<AbortSignal>();
  private readonly events: ConnectionEvents;
  private sweeper: NodeJS.Timeout | undefined;
  private onDrained: (() => void) | undefined;

  constructor(private readonly options: Http2OriginPoolOptions) {
    this.inFlightMax = options.connectionsMax * options.streamsMax;
    this.events = {
      onReady: () => this.dispatchWaiting(),
      onRefused: (exchange) => this.replay(exchange),
      onClosed: (connection, code) => this.remove(connection, code),
    };
  }

  post(headers: RawHeaders, body: string | Buffer, signal: AbortSignal): Promise<PoolAnswer> {
    return new Promise((settle) => {
      if (this.onDrained) return settle({ kind: "unsent", code: "closed" });
      if (signal.aborted) return settle({ kind: "unsent", code: "aborted" });
      if (!this.watchedSignals.has(signal)) this.watch(signal);
      const deadlineAt = Date.now() + this.options.requestTimeoutMillis;
      const exchange = { headers, body, signal, deadlineAt, settle, refusals: 0 };
      const connection = this.waiting.size === 0 ? this.findFree() : undefined;
      if (connection) connection.post(exchange);
      else this.enqueue(exchange);
    });
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.onDrained = resolve;
      this.checkDrained();
    });
    for (const connection of [...this.connections]) connection.close();
    clearInterval(this.sweeper);
  }

  private findFree(): Connection | undefined {
    for (const connection of this.connections) if (connection.freeSlots > 0) return connection;
    return undefined;
  }

  private enqueue(exchange: Exchange): void {
    this.waiting.add(exchange);
    this.connectMore();
  }

  private connectMore(): void {
    let expectedSlots = 0;
    let liveCount = 0;
    for (const connection of this.connections) {
      if (connection.isConnecting) expectedSlots += this.options.streamsMax;
      if (!connection.isRetired) liveCount += 1;
    }
    if (this.waiting.size <= expectedSlots || liveCount >= this.options.connectionsMax) return;
    this.sweeper ??= setInterval(() => this.sweep(), 1000).unref();
    this.connections.push(new Connection(this.options, this.events));
  }

  private dispatchWaiting(): void {
    if (this.waiting.size > 0) {
      for (const exchange of this.waiting) {
        const connection = this.findFree();
        if (!connection) {
          this.connectMore();
          return;
        }
        this.waiting.delete(exchange);
        connection.post(exchange);
      }
    }
    if (this.onDrained) this.checkDrained();
  }

  private replay(exchange: Exchange): void {
    exchange.refusals += 1;
    if (exchange.signal.aborted) exchange.settle({ kind: "unsent", code: "aborted" });
    else if (exchange.refusals > refusalsMax) exchange.settle({ kind: "unsent", code: "refused" });
    else this.enqueue(exchange);
  }

  private remove(connection: Connection, code: string | undefined): void {
    const position = this.connections.indexOf(connection);
    if (position < 0) return;
    this.connections.splice(position, 1);
    if (code !== undefined && this.connections.every((c) => c.isRetired))
      this.settleWaiting(() => true, code);
    this.dispatchWaiting();
  }

  private watch(signal: AbortSignal): void {
    this.watchedSignals.add(signal);
    signal.addEventListener("abort", () => this.abort(signal), { once: true });
  }

  private abort(signal: AbortSignal): void {
    this.settleWaiting((exchange) => exchange.signal === signal, "aborted");
    for (const connection of this.connections)
      for (const exchange of [...connection.inFlight.keys()])
        if (exchange.signal === signal) connection.cancel(exchange, "aborted");
  }

  private settleWaiting(isMeant: (exchange: Exchange) => boolean, code: string): void {
    for (const exchange of [...this.waiting]) {
      if (!isMeant(exchange)) continue;
      this.waiting.delete(exchange);
      exchange.settle({ kind: "unsent", code });
    }
  }

  private sweep(): void {
    const now = Date.now();
    this.settleWaiting((exchange) => exchange.deadlineAt <= now, "timeout");
    for (const connection of [...this.connections]) connection.sweep(now);
  }

  private checkDrained(): void {
    const isIdle = this.waiting.size === 0 && this.connections.every((c) => c.inFlight.size === 0);
    if (isIdle) this.onDrained?.();
  }
}
