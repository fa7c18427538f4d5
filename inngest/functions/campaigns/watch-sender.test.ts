import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { toWireSignalId } from "@/lib/contracts/realtime";
import { createCampaign } from "@/lib/domain/campaigns/create-campaign";
import { getCampaignProgress } from "@/lib/domain/campaigns/get-campaign-progress";
import { scheduleCampaign } from "@/lib/domain/campaigns/schedule-campaign";
import { bulkUpsertContacts } from "@/lib/domain/contacts/bulk-upsert-contacts";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import { RealtimeHub } from "@/lib/platform/realtime/realtime-hub";
import { issueRealtimeToken } from "@/lib/platform/realtime/realtime-token";
import { type RunningSandbox, startSandbox } from "@/lib/providers/sandbox/server/start-sandbox";

const recipients = 120;
const ratePerSecond = 30;
const bundle = join(process.cwd(), "node_modules/.cache/pushpilot/watch-worker.js");

describe("a campaign sent by another process", () => {
  const database = useTestDatabase();
  const folder = mkdtempSync(join(tmpdir(), "pushpilot-watch-"));
  let sandbox: RunningSandbox;
  let mine: Scenario;
  let worker: ChildProcess | undefined;
  let hub: RealtimeHub;
  let server: Server;

  beforeAll(async () => {
    sandbox = await startSandbox();
    mine = await createScenario(database.sql);
    await mine.ctx.transaction(createSandboxProviders);
    await mine.scope
      .sql`update providers set rate_per_second = ${ratePerSecond} where workspace_id = ${mine.workspaceId}`;
    await bulkUpsertContacts(mine.ctx, {
      contacts: Array.from({ length: recipients }, (_, n) => ({
        externalId: `watched-${n}`,
        subscriptions: [{ channel: "app_push" as const, address: `device-watched-${n}` }],
      })),
    });
    await build({
      entryPoints: ["worker.ts"],
      outfile: bundle,
      bundle: true,
      platform: "node",
      target: "node24",
      format: "esm",
      packages: "external",
    });
    hub = await RealtimeHub.start(database.sql, { toWireId: toWireSignalId });
    server = createServer().on("upgrade", (req, socket, head) => hub.accept(req, socket, head));
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
  });
  afterAll(async () => {
    worker?.kill("SIGKILL");
    await hub.stop();
    server.close();
    await sandbox.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("is watched through this one, from its start to its end", { timeout: 60_000 }, async () => {
    const campaign = await createCampaign(mine.ctx, {
      name: "Watched",
      channelType: "app_push",
      contents: [{ language: "en", title: "Hello", body: "Once" }],
    });
    const id = toWireSignalId("campaigns", campaign.id);
    const socket = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
    /** What a screen would show: the progress read again at each signal, and only then. */
    const shown: { status: string; left: number | undefined }[] = [];
    let reading = Promise.resolve();
    const read = async () => {
      const { status, totals } = await getCampaignProgress(mine.ctx, { campaignId: campaign.id });
      shown.push({ status, left: totals?.pending });
    };
    socket.on("message", (data) => {
      if (JSON.parse(String(data)).type === "changed") reading = reading.then(read);
    });
    await once(socket, "open");
    socket.send(JSON.stringify({ type: "authenticate", token: (await issueRealtimeToken(mine.ctx)).token }));
    for (const topic of ["campaigns", "analytics"])
      socket.send(JSON.stringify({ type: "subscribe", topic: `${topic}:${id}` }));
    worker = spawn(process.execPath, [bundle], {
      stdio: ["ignore", "ignore", "inherit"],
      env: {
        ...process.env,
        DATABASE_URL: database.url,
        PUSHPILOT_DATA: folder,
        PUSHPILOT_SANDBOX_URL: sandbox.url,
        PUSHPILOT_SANDBOX_SMTP_URL: sandbox.smtpUrl,
        PUSHPILOT_LOG: "error",
      },
    });
    await scheduleCampaign(mine.ctx, { campaignId: campaign.id, undoSeconds: 0 });
    await expect.poll(() => shown.at(-1), { timeout: 40_000 }).toEqual({ status: "sent", left: 0 });
    const between = shown.filter(
      ({ status, left = 0 }) => status === "sending" && left > 0 && left < recipients,
    );
    expect(new Set(between.map(({ left }) => left)).size).toBeGreaterThan(1);
    socket.terminate();
  });
});
