import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { type HubClient, useHubServer } from "@/lib/platform/testing/hub-server";
import { issueRealtimeToken } from "./realtime-token";
import { Subscriber } from "./subscriber";

describe("the limits of a realtime connection", () => {
  const database = useTestDatabase();
  const hub = useHubServer(database, { heartbeatMillis: 100 });
  let mine: Scenario;

  beforeAll(async () => {
    mine = await createScenario(database.sql);
  });

  const connect = (address: string, options: { autoPong?: boolean } = {}) =>
    hub.connect({ ...options, headers: { "x-real-ip": address } });

  async function open(options: { autoPong?: boolean; ctx?: WorkspaceContext } = {}) {
    const connection = await connect("192.0.2.1", options);
    const { token } = await issueRealtimeToken(options.ctx ?? mine.ctx);
    connection.say({ type: "authenticate", token });
    await expect.poll(() => connection.heard).toContainEqual({ type: "ready" });
    return connection;
  }

  const open50 = (next: (n: number) => Promise<HubClient>) =>
    Promise.all(Array.from({ length: 50 }, (_, n) => next(n)));

  const countConnections = () => promisify(hub.server.getConnections.bind(hub.server))();

  async function end(connections: HubClient[]) {
    const left = (await countConnections()) - connections.length;
    for (const { socket } of connections) socket.terminate();
    await expect.poll(countConnections).toBeLessThanOrEqual(left);
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

  it("lets no address hold more than fifty connections without a token, nor keep others out", async () => {
    const waiting = await open50(() => connect("198.51.100.1"));
    expect(await (await connect("198.51.100.1")).closed).toBe(4429);
    await open();
    await end(waiting);
  });

  it("counts an IPv6 caller by the network, in which the address is free to choose", async () => {
    const waiting = await open50((n) => connect(`2001:db8:1:2::${n}`));
    expect(await (await connect("2001:db8:1:2::99")).closed).toBe(4429);
    waiting.push(await connect("2001:db8:1:3::1"));
    expect(waiting.at(-1)?.socket.readyState).toBe(WebSocket.OPEN);
    await end(waiting);
  });

  it("lets five hundred wait with a token to come, and keeps the places of those who had one", async () => {
    const before = await open();
    const waiting = await open50((n) => connect(`198.51.100.${n}`));
    for (let n = 1; n < 10; n += 1)
      waiting.push(...(await open50((address) => connect(`198.51.100.${address}`))));
    expect(await (await connect("203.0.113.9")).closed).toBe(4429);
    expect(before.socket.readyState).toBe(WebSocket.OPEN);
    await end(waiting);
    await open();
  });

  it("lets nobody hold more than fifty connections, in how many places they may be", async () => {
    const { ctx } = await createScenario(database.sql);
    const { token } = await issueRealtimeToken(ctx);
    const mostly = await open50(() => open({ ctx }));
    const late = await connect("192.0.2.2");
    late.say({ type: "authenticate", token });
    expect(await late.closed).toBe(4429);
    await open();
    await end(mostly.slice(0, 1));
    await open({ ctx });
    await end(mostly.slice(1));
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
