import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { notifyRealtime } from "@/db/queries/realtime";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { RealtimeHub } from "./realtime-hub";
import { issueRealtimeToken } from "./realtime-token";

describe("the realtime hub", () => {
  const database = useTestDatabase();
  let hub: RealtimeHub;
  let server: Server;
  let mine: Scenario;
  let theirs: Scenario;

  beforeAll(async () => {
    mine = await createScenario(database.sql);
    theirs = await createScenario(database.sql);
    hub = await RealtimeHub.start(database.sql);
    server = createServer().on("upgrade", (req, socket, head) => hub.accept(req, socket, head));
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
  });
  afterAll(async () => {
    await hub.stop();
    server.close();
  });

  async function connect() {
    const socket = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
    const heard: unknown[] = [];
    socket.on("message", (data) => heard.push(JSON.parse(String(data))));
    await once(socket, "open");
    const say = (message: object) => socket.send(JSON.stringify(message));
    return { socket, heard, say };
  }

  async function subscribe(scenario: Scenario, topic: string) {
    const connection = await connect();
    const { token } = await issueRealtimeToken(scenario.ctx);
    connection.say({ type: "authenticate", token });
    connection.say({ type: "subscribe", topic });
    await expect.poll(() => connection.heard).toContainEqual({ type: "ready" });
    return connection;
  }

  it("tells what changed to those who watch it, once the change is committed", async () => {
    const { heard } = await subscribe(mine, "run:abc");
    await expect
      .poll(async () => {
        await notifyRealtime(mine.scope, { topic: "run:abc", id: "r1" });
        return heard;
      })
      .toContainEqual({ type: "changed", topic: "run:abc", id: "r1" });
  });

  it("never tells another workspace, not even under the same topic", async () => {
    const foreign = await subscribe(theirs, "run:abc");
    const own = await subscribe(mine, "run:abc");
    await notifyRealtime(mine.scope, { topic: "run:abc", id: "r2" });
    await expect.poll(() => own.heard).toContainEqual({ type: "changed", topic: "run:abc", id: "r2" });
    expect(foreign.heard).toEqual([{ type: "ready" }]);
  });

  it("stays silent about a change that was rolled back", async () => {
    const { heard } = await subscribe(mine, "run:xyz");
    const attempt = mine.scope.transaction(async (tx) => {
      await notifyRealtime(tx, { topic: "run:xyz", id: "undone" });
      throw new Error("changed my mind");
    });
    await expect(attempt).rejects.toThrow("changed my mind");
    await notifyRealtime(mine.scope, { topic: "run:xyz", id: "done" });
    await expect.poll(() => heard).toContainEqual({ type: "changed", topic: "run:xyz", id: "done" });
    expect(heard).not.toContainEqual(expect.objectContaining({ id: "undone" }));
  });

  it("closes on whoever asks for something without a valid token", async () => {
    for (const first of [
      { type: "subscribe", topic: "run:abc" },
      { type: "authenticate", token: "forged" },
      { type: "shout" },
    ]) {
      const { socket, say } = await connect();
      say(first);
      const [code] = await once(socket, "close");
      expect(code).toBe(4401);
    }
  });
});
