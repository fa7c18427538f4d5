import type { Duplex } from "node:stream";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { notifyRealtime } from "@/db/queries/realtime";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { topicOfOne } from "@/lib/contracts/realtime";
import { newId } from "@/lib/platform/ids";
import { issueRealtimeToken } from "@/lib/platform/realtime/realtime-token";
import { useHubServer } from "@/lib/platform/testing/hub-server";
import { RealtimeConnection } from "./realtime-connection";

describe("a tab's live connection", () => {
  const database = useTestDatabase();
  const hub = useHubServer(database);
  let mine: Scenario;
  let connection: RealtimeConnection;
  let passes = 0;
  let tokenMillis = 120_000;
  let isRefused = false;
  const sockets = new Set<Duplex>();
  const refusal = new Error("no longer a member");

  beforeAll(async () => {
    mine = await createScenario(database.sql);
    hub.server.on("upgrade", (_, socket) => sockets.add(socket));
  });

  beforeEach(() => {
    passes = 0;
    tokenMillis = 120_000;
    isRefused = false;
    connection = create();
  });
  afterEach(() => {
    connection.stop();
    cut();
  });

  const create = () =>
    new RealtimeConnection({
      fetchPass: async () => {
        passes += 1;
        if (isRefused) throw refusal;
        const { token } = await issueRealtimeToken(mine.ctx);
        return { url: hub.url, token, expiresAt: new Date(Date.now() + tokenMillis) };
      },
      isRefusal: (error) => error === refusal,
    });

  const cut = () => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  const announce = (id: string) => notifyRealtime(mine.scope, { topic: "jobs", id });
  const open = async () => {
    connection.start();
    await expect.poll(connection.isOpen).toBe(true);
  };
  const listen = (topic: string) => {
    const heard: string[] = [];
    const stop = connection.listen(topic, (signal) => heard.push(signal));
    return { heard, stop };
  };

  it("hears a topic whoever asked for it first, and leaves it with the last", async () => {
    const id = newId();
    const early = listen(topicOfOne("jobs", id));
    await open();
    const late = listen(topicOfOne("jobs", id));
    const all = listen("jobs");
    early.stop();
    await expect
      .poll(async () => {
        await announce(id);
        return [late.heard.at(-1), all.heard.at(-1)];
      })
      .toEqual(["changed", "changed"]);
    expect(early.heard).toEqual(["maybe"]);
    late.stop();
    const count = late.heard.length;
    all.heard.length = 0;
    await announce(id);
    await expect.poll(() => all.heard).toContain("changed");
    expect(late.heard).toHaveLength(count);
  });

  it("comes back when it is cut, hears the same topics, and says that something may have been missed", async () => {
    const { heard } = listen("jobs");
    await open();
    const states: boolean[] = [];
    connection.watch(() => states.push(connection.isOpen()));
    heard.length = 0;
    cut();
    await expect.poll(() => states, { timeout: 5_000 }).toEqual([false, true]);
    expect(heard).toEqual(["maybe"]);
    await expect
      .poll(async () => {
        await announce(newId());
        return heard.at(-1);
      })
      .toBe("changed");
  });

  it("sends a new token before the old one ends, on the same connection", async () => {
    tokenMillis = 31_000;
    await open();
    const states: boolean[] = [];
    connection.watch(() => states.push(connection.isOpen()));
    await expect.poll(() => passes, { timeout: 5_000 }).toBeGreaterThanOrEqual(3);
    expect(states).toEqual([]);
  });

  it("gives up when it is refused, until it is asked to start again", async () => {
    await open();
    isRefused = true;
    cut();
    await expect.poll(() => passes, { timeout: 5_000 }).toBe(2);
    expect(connection.isOpen()).toBe(false);
    isRefused = false;
    await open();
  });

  it("stays closed once it is stopped, even while it is opening", async () => {
    connection.start();
    connection.stop();
    const later = create();
    later.start();
    await expect.poll(later.isOpen).toBe(true);
    expect(connection.isOpen()).toBe(false);
    expect(sockets.size).toBe(1);
    later.stop();
  });
});
