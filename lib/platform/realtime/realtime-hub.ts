import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type RawData, type WebSocket, WebSocketServer } from "ws";
import type { Sql } from "@/db/client";
import { listenRealtime, type RealtimeSignal } from "@/db/queries/realtime";
import { parseClientMessage } from "./client-message";
import { readRealtimeToken } from "./realtime-token";
import { Subscriber } from "./subscriber";

const heartbeatMillis = 30_000;
const authenticateWithinMillis = 10_000;
const messageBytesMax = 4_096;
const topicsMax = 50;
const subscribersMax = 10_000;

const closeCodes = { goingAway: 1001, refused: 4401, tooMany: 4429 } as const;

/** Tells browsers that something they show has changed. Any number of processes may run one on the same database. */
export class RealtimeHub {
  private readonly server = new WebSocketServer({ noServer: true, maxPayload: messageBytesMax });
  private readonly subscribers = new Set<Subscriber>();
  /** By `workspace topic`. */
  private readonly audiences = new Map<string, Set<Subscriber>>();
  private readonly heartbeat = setInterval(() => {
    for (const subscriber of this.subscribers) subscriber.probe();
  }, heartbeatMillis);

  private constructor(private stopListening: () => Promise<void>) {}

  static async start(sql: Sql): Promise<RealtimeHub> {
    const hub = new RealtimeHub(async () => undefined);
    const { stop } = await listenRealtime(sql, (signal) => hub.publish(signal));
    hub.stopListening = stop;
    return hub;
  }

  /** Takes over a connection that asked for an upgrade at the hub's path. */
  accept(req: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.server.handleUpgrade(req, socket, head, (connection) => this.welcome(connection));
  }

  async stop(): Promise<void> {
    clearInterval(this.heartbeat);
    await this.stopListening();
    for (const subscriber of this.subscribers) subscriber.close(closeCodes.goingAway, "The server stops.");
    this.server.close();
  }

  private welcome(connection: WebSocket): void {
    const subscriber = new Subscriber(connection);
    connection.on("error", () => connection.terminate());
    connection.on("close", () => this.forget(subscriber));
    if (this.subscribers.size >= subscribersMax) {
      subscriber.close(closeCodes.tooMany, "Too many connections.");
      return;
    }
    this.subscribers.add(subscriber);
    const deadline = setTimeout(() => {
      if (!subscriber.workspaceId) subscriber.close(closeCodes.refused, "No token was sent.");
    }, authenticateWithinMillis);
    connection.once("close", () => clearTimeout(deadline));
    // One after another: what follows the token must find it checked.
    let turn = Promise.resolve();
    connection.on("message", (data) => {
      turn = turn.then(() => this.hear(subscriber, data));
    });
  }

  private async hear(subscriber: Subscriber, data: RawData): Promise<void> {
    const message = parseClientMessage(String(data));
    if (message?.type === "authenticate" && !subscriber.workspaceId) {
      subscriber.workspaceId = await readRealtimeToken(message.token);
      if (subscriber.workspaceId) subscriber.send({ type: "ready" });
    }
    if (!message || !subscriber.workspaceId) {
      subscriber.close(closeCodes.refused, "Send a valid token first.");
    } else if (message.type === "subscribe") {
      this.subscribe(subscriber, subscriber.workspaceId, message.topic);
    } else if (message.type === "unsubscribe") {
      this.unsubscribe(subscriber, subscriber.workspaceId, message.topic);
    }
  }

  private subscribe(subscriber: Subscriber, workspaceId: string, topic: string): void {
    if (subscriber.topics.size >= topicsMax) return;
    const key = `${workspaceId} ${topic}`;
    subscriber.topics.add(topic);
    const audience = this.audiences.get(key) ?? new Set();
    this.audiences.set(key, audience.add(subscriber));
  }

  private unsubscribe(subscriber: Subscriber, workspaceId: string, topic: string): void {
    const key = `${workspaceId} ${topic}`;
    const audience = this.audiences.get(key);
    subscriber.topics.delete(topic);
    audience?.delete(subscriber);
    if (audience?.size === 0) this.audiences.delete(key);
  }

  private forget(subscriber: Subscriber): void {
    this.subscribers.delete(subscriber);
    const { workspaceId } = subscriber;
    if (workspaceId) for (const topic of subscriber.topics) this.unsubscribe(subscriber, workspaceId, topic);
  }

  private publish({ workspaceId, topic, id }: RealtimeSignal): void {
    const audience = this.audiences.get(`${workspaceId} ${topic}`);
    for (const subscriber of audience ?? []) subscriber.send({ type: "changed", topic, id });
  }
}
