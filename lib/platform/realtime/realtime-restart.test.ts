import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { connect, type Sql } from "@/db/client";
import { type Cluster, startCluster } from "@/db/embedded/cluster";
import { migrateDatabase } from "@/db/migrate";
import { notifyRealtime } from "@/db/queries/realtime";
import { WorkspaceScope } from "@/db/scope";
import { toWireSignalId } from "@/lib/contracts/realtime";
import { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { newId } from "@/lib/platform/ids";
import { RealtimeHub } from "./realtime-hub";
import { issueRealtimeToken } from "./realtime-token";

describe("the realtime hub and its database", () => {
  const folder = mkdtempSync(join("/var/tmp", "pushpilot-realtime-"));
  let cluster: Cluster;
  let listening: Sql;
  let writing: Sql;
  let hub: RealtimeHub;
  let server: Server;

  beforeAll(async () => {
    chmodSync(folder, 0o711);
    cluster = await startCluster({ dataFolder: join(folder, "pg"), durable: false });
    await migrateDatabase(cluster.superuserUrl);
    listening = connect(cluster.superuserUrl);
    writing = connect(cluster.superuserUrl);
    hub = await RealtimeHub.start(listening, { toWireId: toWireSignalId });
    server = createServer().on("upgrade", (req, socket, head) => hub.accept(req, socket, head));
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
  });
  afterAll(async () => {
    await hub.stop();
    server.close();
    await Promise.all([listening.end({ timeout: 1 }), writing.end({ timeout: 1 })]);
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("keeps its connections over a restart, has them read again, and hears what follows", async () => {
    const scope = WorkspaceScope.mint(writing, newId());
    const actor = { kind: "user", id: newId(), name: "Owner", role: "owner" } as const;
    const socket = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
    const heard: { type: string; id?: string }[] = [];
    socket.on("message", (data) => heard.push(JSON.parse(String(data))));
    await once(socket, "open");
    const { token } = await issueRealtimeToken(new WorkspaceContext({ scope, actor }));
    socket.send(JSON.stringify({ type: "authenticate", token }));
    socket.send(JSON.stringify({ type: "subscribe", topic: "jobs" }));
    await expect.poll(() => heard).toContainEqual({ type: "ready" });

    await cluster.stop();
    // Down for longer than the first attempts to come back.
    await expect(notifyRealtime(scope, { topic: "jobs", id: newId() })).rejects.toThrow();
    await cluster.revive();

    await expect.poll(() => heard, { timeout: 20_000 }).toContainEqual({ type: "resync" });
    const id = newId();
    await notifyRealtime(scope, { topic: "jobs", id });
    await expect.poll(() => heard.at(-1)?.id).toBe(toWireSignalId("jobs", id));
    expect(socket.readyState).toBe(WebSocket.OPEN);
    socket.terminate();
  });
});
