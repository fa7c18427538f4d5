import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type RawData, type WebSocket, WebSocketServer } from "ws";
import type { Sql } from "@/db/client";
import { findStanding, listenRealtime, type RealtimeSignal, type RealtimeTopic } from "@/db/queries/realtime";
import { WorkspaceScope } from "@/db/scope";
import { callerNetwork } from "@/lib/platform/http/caller-network";
import { log } from "@/lib/platform/log";
import { type ClientMessage, parseClientMessage } from "./message";
import { Pool } from "./pool";
import { type RealtimeRights, readRealtimeToken } from "./realtime-token";
import { Subscriber } from "./subscriber";

const heartbeatMillisDefault = 30_000;
const authenticateWithinMillis = 5_000;
const topicsMax = 50;
const serverOptions = {
  noServer: true,
  maxPayload: 4_096,
  // Whoever does not answer the closing would hold its place. Not in the types yet.
  closeTimeout: 2_000,
};
/**
 * Those who showed no token have a few places of their own, so that nobody unknown can take everybody's. After it
 * only the actor counts: a whole office may call from one address.
 */
const unknownMax = { max: 500, maxEach: 50 };
const knownMax = { max: 10_000, maxEach: 50 };

const closeCodes = { goingAway: 1001, refused: 4401, tooMany: 4429 } as const;

/** The rights of who is named here have changed. */
const rightsTopics: readonly RealtimeTopic[] = ["members", "api_keys"];

type Options = {
  /** How the API spells the id of what a topic is about. */
  toWireId: (topic: RealtimeTopic, id: string) => string;
  heartbeatMillis?: number;
};

/** Tells browsers that something they show has changed. Any number of processes may run one on the same database. */
export class RealtimeHub {
  private readonly server = new WebSocketServer(serverOptions);
  private readonly subscribers = new Set<Subscriber>();
  /** By `workspace topic` and by `workspace topic:id`. */
  private readonly audiences = new Map<string, Set<Subscriber>>();
  /** By network. */
  private readonly unknown = new Pool(unknownMax);
  /** By actor. */
  private readonly known = new Pool(knownMax);
  private heartbeat: NodeJS.Timeout | undefined;
  private stopListening = async (): Promise<void> => undefined;

  private constructor(
    private readonly sql: Sql,
    private readonly options: Options,
  ) {}

  static async start(sql: Sql, options: Options): Promise<RealtimeHub> {
    const hub = new RealtimeHub(sql, options);
    const { stop } = await listenRealtime(sql, {
      onSignal: (signal) => hub.publish(signal),
      onSessionsEnded: (userId) => hub.expel(({ actorId }) => actorId === userId),
      onListening: () => {
        for (const subscriber of hub.subscribers) subscriber.send({ type: "resync" });
      },
    });
    hub.stopListening = stop;
    hub.heartbeat = setInterval(() => {
      for (const subscriber of hub.subscribers) subscriber.probe();
    }, options.heartbeatMillis ?? heartbeatMillisDefault);
    return hub;
  }

  /** Takes over a connection that asked for an upgrade at the hub's path; its address has been noted. */
  accept(req: IncomingMessage, socket: Duplex, head: Buffer): void {
    const network = callerNetwork(String(req.headers["x-real-ip"]));
    this.server.handleUpgrade(req, socket, head, (connection) => this.welcome(connection, network));
  }

  async stop(): Promise<void> {
    clearInterval(this.heartbeat);
    await this.stopListening();
    for (const subscriber of this.subscribers) subscriber.close(closeCodes.goingAway, "The server stops.");
    this.server.close();
  }

  private welcome(connection: WebSocket, network: string): void {
    const subscriber = new Subscriber(connection);
    // Each error is followed by a close, which says all there is to know.
    connection.on("error", () => undefined);
    connection.on("close", () => this.forget(subscriber));
    if (!subscriber.moveTo(this.unknown.take(network))) {
      subscriber.close(closeCodes.tooMany, "Too many connections.");
      return;
    }
    this.subscribers.add(subscriber);
    const deadline = setTimeout(() => {
      if (!subscriber.rights) subscriber.close(closeCodes.refused, "No token was sent.");
    }, authenticateWithinMillis);
    connection.once("close", () => clearTimeout(deadline));
    // One after another: what follows the token must find it checked.
    let turn = Promise.resolve();
    connection.on("message", (data) => {
      if (subscriber.isFlooding()) subscriber.close(closeCodes.tooMany, "Too many messages.");
      else
        turn = turn
          .then(() => this.hear(subscriber, data))
          .catch((error: unknown) => {
            log.warn("realtime.not_heard", { error });
            subscriber.close(closeCodes.goingAway, "The database does not answer.");
          });
    });
  }

  private async hear(subscriber: Subscriber, data: RawData): Promise<void> {
    // It may have ended while it waited for its turn; what it chose now, nobody would forget.
    if (!subscriber.isOpen()) return;
    const message = parseClientMessage(String(data));
    if (message?.type === "authenticate") await this.authenticate(subscriber, message.token);
    else if (message && subscriber.rights) this.choose(subscriber, subscriber.rights, message);
    else subscriber.close(closeCodes.refused, "Send a valid token first.");
  }

  private async authenticate(subscriber: Subscriber, token: string): Promise<void> {
    const rights = await readRealtimeToken(token);
    if (!subscriber.isOpen()) return;
    const expire = () => subscriber.close(closeCodes.refused, "The token has expired.");
    const isCurrent = rights && (await this.isCurrent(subscriber, rights));
    const isFirst = !subscriber.rights;
    if (!isCurrent || !subscriber.admit(rights, expire))
      subscriber.close(closeCodes.refused, "This token is not valid here.");
    else if (isFirst && !subscriber.moveTo(this.known.take(`${rights.workspaceId} ${rights.actorId}`)))
      subscriber.close(closeCodes.tooMany, "Too many connections.");
    else subscriber.send({ type: "ready" });
  }

  /** Noted before it is read: a change that the answer is too early for arrives as a signal and finds them here. */
  private async isCurrent(subscriber: Subscriber, rights: RealtimeRights): Promise<boolean> {
    subscriber.arriving = rights;
    const scope = WorkspaceScope.mint(this.sql, rights.workspaceId);
    return (await findStanding(scope, rights.actorId)) === rights.standing;
  }

  private choose(
    subscriber: Subscriber,
    { workspaceId, topics }: RealtimeRights,
    { type, topic }: Exclude<ClientMessage, { type: "authenticate" }>,
  ): void {
    if (type === "unsubscribe") this.unsubscribe(subscriber, workspaceId, topic);
    else if (!topics.has(topic.split(":")[0] ?? ""))
      subscriber.send({ type: "refused", topic, reason: "not_allowed" });
    else if (subscriber.topics.size >= topicsMax && !subscriber.topics.has(topic))
      subscriber.send({ type: "refused", topic, reason: "too_many_topics" });
    else this.subscribe(subscriber, workspaceId, topic);
  }

  private subscribe(subscriber: Subscriber, workspaceId: string, topic: string): void {
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
    subscriber.leave();
    const { rights } = subscriber;
    if (rights)
      for (const topic of subscriber.topics) this.unsubscribe(subscriber, rights.workspaceId, topic);
  }

  private publish({ workspaceId, topic, id: rowId }: RealtimeSignal): void {
    const id = this.options.toWireId(topic, rowId);
    for (const key of [`${workspaceId} ${topic}`, `${workspaceId} ${topic}:${id}`]) {
      for (const subscriber of this.audiences.get(key) ?? []) subscriber.send({ type: "changed", topic, id });
    }
    if (rightsTopics.includes(topic))
      this.expel((actor) => actor.workspaceId === workspaceId && actor.actorId === rowId);
  }

  /** Whoever lost a membership or a key hears nothing more; whoever got another role comes back with it. */
  private expel(isMeant: (rights: RealtimeRights) => boolean): void {
    for (const subscriber of this.subscribers) {
      const rights = subscriber.rights ?? subscriber.arriving;
      if (rights && isMeant(rights)) subscriber.close(closeCodes.refused, "The rights have changed.");
    }
  }
}
