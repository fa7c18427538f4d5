import {
  type ClientHttp2Session,
  type ClientHttp2Stream,
  connect,
  constants,
  type Settings,
} from "node:http2";
import { AnswerBody } from "@/lib/providers/answer-body";
import type { Exchange } from "./exchange";

const pingAfterIdleMillis = 30_000;
const pingAnswerMillis = 10_000;
const connectMillis = 15_000;

export type ConnectionEvents = {
  /** A slot became free, or the connection became usable or unusable. */
  onReady(): void;
  /** The peer refused the stream unprocessed: it is safe on another connection. */
  onRefused(exchange: Exchange): void;
  /** The socket is gone; `code` is set when the connection never became usable. */
  onClosed(connection: Connection, code?: string): void;
};

export type ConnectionOptions = { origin: string; streamsMax: number; ca?: string };

/** One HTTP/2 session. Decides for each stream that failed whether the peer can have processed it. */
export class Connection {
  readonly inFlight = new Map<Exchange, ClientHttp2Stream>();
  private readonly session: ClientHttp2Session;
  private readonly openedAt = Date.now();
  private slots = 0;
  private isUsable = false;
  private isOver = false;
  private lastProcessedId = Number.POSITIVE_INFINITY;
  private failureCode = "connection_closed";
  private lastHeardAt = Date.now();
  private pingSentAt = 0;

  constructor(
    options: ConnectionOptions,
    private readonly events: ConnectionEvents,
  ) {
    this.session = connect(options.origin, { ca: options.ca });
    this.session.on("remoteSettings", (settings: Settings) => {
      this.slots = Math.min(options.streamsMax, settings.maxConcurrentStreams ?? options.streamsMax);
      this.isUsable = true;
      events.onReady();
    });
    this.session.on("goaway", (_code: number, lastStreamId?: number) => {
      this.lastProcessedId = lastStreamId ?? 0;
      this.retire();
    });
    this.session.on("error", (error) => {
      this.failureCode = "code" in error && typeof error.code === "string" ? error.code : "connection_error";
    });
    this.session.on("close", () => {
      this.isUsable = false;
      this.isOver = true;
      events.onClosed(this, this.slots === 0 ? this.failureCode : undefined);
    });
  }

  get freeSlots(): number {
    return this.isUsable ? this.slots - this.inFlight.size : 0;
  }

  get isConnecting(): boolean {
    return this.slots === 0 && !this.isOver;
  }

  /** The peer said goodbye: streams under way finish, no new one is opened. */
  get isRetired(): boolean {
    return this.isOver;
  }

  post(exchange: Exchange): void {
    let stream: ClientHttp2Stream;
    try {
      stream = this.session.request(exchange.headers);
    } catch {
      this.retire();
      this.session.close();
      this.events.onRefused(exchange);
      return;
    }
    this.inFlight.set(exchange, stream);
    let status = 0;
    let headers = {};
    const body = new AnswerBody();
    stream.on("response", (received) => {
      status = received[":status"] ?? 0;
      headers = received;
    });
    stream.on("data", (chunk: Buffer) => body.add(chunk));
    stream.on("end", () => {
      if (status === 0 || stream.rstCode !== constants.NGHTTP2_NO_ERROR) return;
      this.lastHeardAt = Date.now();
      const answer = { kind: "answered", status, headers, body: body.toText() } as const;
      this.finish(exchange, () => exchange.settle(answer));
    });
    stream.on("error", () => undefined);
    stream.on("close", () => {
      this.finish(exchange, () => this.settleUnanswered(exchange, stream, status));
      // Node's own callback in a stream counts as an old object: what the stream holds lives until the next full collection.
      stream.removeAllListeners();
    });
    stream.end(exchange.body);
  }

  cancel(exchange: Exchange, code: string): void {
    const stream = this.inFlight.get(exchange);
    this.finish(exchange, () => exchange.settle({ kind: "unanswered", code }));
    stream?.close(constants.NGHTTP2_CANCEL);
  }

  /** Called every second: times out old streams and finds out whether a silent peer is still there. */
  sweep(now: number): void {
    for (const exchange of this.inFlight.keys()) {
      if (exchange.deadlineAt > now) break;
      this.cancel(exchange, "timeout");
    }
    if (this.isConnecting && now - this.openedAt > connectMillis) this.destroy("connect_timeout");
    else if (this.pingSentAt > this.lastHeardAt && now - this.pingSentAt > pingAnswerMillis)
      this.destroy("ping_timeout");
    else if (this.isUsable && now - Math.max(this.lastHeardAt, this.pingSentAt) > pingAfterIdleMillis)
      this.ping(now);
  }

  close(): void {
    this.session.close();
  }

  destroy(code: string): void {
    this.failureCode = code;
    this.session.destroy();
  }

  private ping(now: number): void {
    this.pingSentAt = now;
    this.session.ping((error) => {
      if (!error) this.lastHeardAt = Date.now();
    });
  }

  private retire(): void {
    this.isUsable = false;
    this.isOver = true;
    this.events.onReady();
  }

  private finish(exchange: Exchange, settle: () => void): void {
    if (!this.inFlight.delete(exchange)) return;
    settle();
    this.events.onReady();
  }

  private settleUnanswered(exchange: Exchange, stream: ClientHttp2Stream, status: number): void {
    const isRefused =
      stream.rstCode === constants.NGHTTP2_REFUSED_STREAM ||
      stream.id === undefined ||
      stream.id > this.lastProcessedId;
    if (isRefused && status === 0) this.events.onRefused(exchange);
    else
      exchange.settle({
        kind: "unanswered",
        code: this.session.destroyed ? this.failureCode : "stream_reset",
      });
  }
}
