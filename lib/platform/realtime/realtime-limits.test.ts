import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { toWireSignalId } from "@/lib/contracts/realtime";
import { RealtimeHub } from "./realtime-hub";
import { issueRealtimeToken } from "./realtime-token";
import { Subscriber } from "./subscriber";

const addressOf = (server: Server) => `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;

describe("the limits of a realtime connection", () => {
  const database = useTestDatabase();
  let hub: RealtimeHub;
  let server: Server;
  let mine: Scenario;

  beforeAll(async () => {
    mine = await createScenario(database.sql);
    hub = await RealtimeHub.start(database.sql, { toWireId: toWireSignalId, heartbeatMillis: 100 });
    server = createServer().on("upgrade", (req, socket, head) => hub.accept(req, socket, head));
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
  });
  afterAll(async () => {
    await hub.stop();
    server.close();
  });

  async function open(options: { autoPong?: boolean } = {}) {
    const socket = new WebSocket(addressOf(server), options);
    const heard: { type: string; topic?: string; reason?: string }[] = [];
    socket.on("message", (data) => heard.push(JSON.parse(String(data))));
    const closed = once(socket, "close").then(([code]) => code as number);
    await once(socket, "open");
    const say = (message: object) => socket.send(JSON.stringify(message));
    say({ type: "authenticate", token: (await issueRealtimeToken(mine.ctx)).token });
    await expect.poll(() => heard).toContainEqual({ type: "ready" });
    return { socket, heard, say, closed };
  }

  it("takes fifty topics and refuses the next by name", async () => {
    const { heard, say } = await open();
    for (let n = 0; n < 51; n += 1) say({ type: "subscribe", topic: `jobs:job_${n}` });
    await expect
      .poll(() => heard.slice(1))
      .toEqual([{ type: "refused", topic: "jobs:job_50", reason: "too_many_topics" }]);
    say({ type: "unsubscribe", topic: "jobs:job_0" });
    say({ type: "subscribe", topic: "jobs:job_50" });
    say({ type: "subscribe", topic: "jobs:job_51" });
    await expect.poll(() => heard.at(-1)?.topic).toBe("jobs:job_51");
    expect(heard).toHaveLength(3);
  });

  it("closes on a message larger than any of ours", async () => {
    const { say, closed } = await open();
    say({ type: "authenticate", token: "x".repeat(5_000) });
    expect(await closed).toBe(1009);
  });

  it("closes on a flood of messages", async () => {
    const { say, closed } = await open();
    for (let n = 0; n < 500; n += 1) say({ type: "unsubscribe", topic: "jobs" });
    expect(await closed).toBe(4429);
  });

  it("drops a connection that no longer answers, and keeps one that is merely silent", async () => {
    const silent = await open();
    const { closed } = await open({ autoPong: false });
    expect(await closed).toBe(1006);
    expect(silent.socket.readyState).toBe(WebSocket.OPEN);
  });

  it("drops signals for a reader who does not keep up, and says so once", async () => {
    const sockets = new WebSocketServer({ port: 0, host: "127.0.0.1" });
    await once(sockets, "listening");
    const reader = new WebSocket(`ws://127.0.0.1:${(sockets.address() as AddressInfo).port}`);
    const [socket] = (await once(sockets, "connection")) as [WebSocket];
    await once(reader, "open");
    const heard: { type: string }[] = [];
    reader.on("message", (data) => heard.push(JSON.parse(String(data))));
    const subscriber = new Subscriber(socket);
    const signal = { type: "changed", topic: "jobs", id: "x".repeat(100_000) } as const;
    reader.pause();
    const sent = 500;
    for (let n = 0; n < sent; n += 1) subscriber.send(signal);
    expect(socket.bufferedAmount).toBeLessThan(2 * 256 * 1024);
    reader.resume();
    await expect.poll(() => socket.bufferedAmount).toBe(0);
    subscriber.send({ type: "changed", topic: "jobs", id: "last" });
    await expect.poll(() => heard.at(-1)).toEqual({ type: "changed", topic: "jobs", id: "last" });
    expect(heard.length).toBeLessThan(sent);
    expect(heard.filter(({ type }) => type === "resync")).toHaveLength(1);
    reader.terminate();
    sockets.close();
  });
});
