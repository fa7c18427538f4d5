import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
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
import { useHubServer } from "@/lib/platform/testing/hub-server";
import { issueRealtimeToken } from "./realtime-token";

describe("the realtime hub and its database", () => {
  const folder = mkdtempSync(join("/var/tmp", "pushpilot-realtime-"));
  let cluster: Cluster;
  let listening: Sql;
  let writing: Sql;

  beforeAll(async () => {
    chmodSync(folder, 0o711);
    cluster = await startCluster({ dataFolder: join(folder, "pg"), durable: false });
    await migrateDatabase(cluster.superuserUrl);
    listening = connect(cluster.superuserUrl);
    writing = connect(cluster.superuserUrl);
  });
  afterAll(async () => {
    await Promise.all([listening.end({ timeout: 1 }), writing.end({ timeout: 1 })]);
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const { connect: connectToHub } = useHubServer({
    get sql() {
      return listening;
    },
  });

  it("keeps its connections over a restart, has them read again, and hears what follows", async () => {
    const scope = WorkspaceScope.mint(writing, newId());
    const actor = { kind: "user", id: newId(), name: "Owner", role: "owner" } as const;
    const { socket, heard, say } = await connectToHub();
    const { token } = await issueRealtimeToken(new WorkspaceContext({ scope, actor }));
    say({ type: "authenticate", token });
    say({ type: "subscribe", topic: "jobs" });
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

it("a hub that cannot listen leaves nothing behind that would keep its process", () => {
  const script = `Promise.all([import("@/db/client"), import("@/lib/platform/realtime/realtime-hub")])
    .then(async ([{ connect }, { RealtimeHub }]) => {
      const sql = connect("postgres://nobody@127.0.0.1:1/nothing");
      await RealtimeHub.start(sql, { toWireId: (_topic, id) => id }).catch(() => console.log("refused"));
      await sql.end({ timeout: 1 });
    });`;
  const { status, stdout } = spawnSync(process.execPath, ["--import", "tsx", "--eval", script], {
    encoding: "utf8",
    timeout: 30_000,
  });
  expect(stdout.trim()).toBe("refused");
  expect(status).toBe(0);
});
