import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { createCampaign } from "@/lib/domain/campaigns/create-campaign";
import { getCampaign } from "@/lib/domain/campaigns/get-campaign";
import { scheduleCampaign } from "@/lib/domain/campaigns/schedule-campaign";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import { newId } from "@/lib/platform/ids";
import { type RunningSandbox, startSandbox } from "@/lib/providers/sandbox/server/start-sandbox";

const recipients = 20_000;
const kills = 20;
/** Two chunks at work, each at most one window of 500 ahead of what it has stored, and one more being read. */
const askedAgainPerKillMax = 2 * 2 * 500;

describe("a sender that is killed at random", () => {
  const database = useTestDatabase();
  const folder = mkdtempSync(join(tmpdir(), "pushpilot-kill-"));
  let sandbox: RunningSandbox;
  let mine: Scenario;
  let worker: ChildProcess | undefined;

  beforeAll(async () => {
    sandbox = await startSandbox();
    mine = await createScenario(database.sql);
    await mine.ctx.transaction(createSandboxProviders);
    await mine.scope
      .sql`update providers set rate_per_second = 1500 where workspace_id = ${mine.workspaceId}`;
    await insertDevices();
    await build({
      entryPoints: ["worker.ts"],
      outfile: join(process.cwd(), "node_modules/.cache/pushpilot/kill-worker.js"),
      bundle: true,
      platform: "node",
      target: "node24",
      format: "esm",
      packages: "external",
    });
  });
  afterAll(async () => {
    worker?.kill("SIGKILL");
    await sandbox.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function insertDevices() {
    const people = Array.from({ length: recipients }, (_, n) => ({
      id: newId(),
      subscription: newId(),
      token: `device-kill-${n}`,
    }));
    await mine.scope.transaction(async (tx) => {
      await tx.sql`
        insert into contacts (workspace_id, id, external_id, attributes, tags)
        select ${tx.id}, r.id, r.token, '{}', '{}' from jsonb_to_recordset(${tx.json(people)}) as r(id uuid, token text)`;
      await tx.sql`
        insert into subscriptions (workspace_id, id, contact_id, channel, address, address_key)
        select ${tx.id}, r.subscription, r.id, 'app_push', r.token, r.token
        from jsonb_to_recordset(${tx.json(people)}) as r(id uuid, subscription uuid, token text)`;
    });
  }

  function startWorker(): ChildProcess {
    return spawn(process.execPath, ["node_modules/.cache/pushpilot/kill-worker.js"], {
      stdio: ["ignore", "ignore", "inherit"],
      env: {
        ...process.env,
        DATABASE_URL: database.url,
        PUSHPILOT_DATA: folder,
        PUSHPILOT_SANDBOX_URL: sandbox.url,
        PUSHPILOT_SANDBOX_SMTP_URL: sandbox.smtpUrl,
        PUSHPILOT_LEASE_SECONDS: "1",
        PUSHPILOT_LOG: "error",
      },
    });
  }

  async function stats() {
    const response = await fetch(`${sandbox.url}/_/stats?workspace=${mine.workspaceId}`);
    return response.json() as Promise<
      Record<"asked" | "askedAgain" | "shown" | "shownTwice" | "devices", number>
    >;
  }

  /** Lets the worker ask for some more messages, a random number of them, then kills it. */
  async function killAfterProgress() {
    const before = (await stats()).asked;
    const enough = before + 1 + Math.floor(Math.random() * 600);
    await expect
      .poll(async () => (await stats()).asked, { timeout: 30_000, interval: 10 })
      .toBeGreaterThanOrEqual(enough);
    const gone = new Promise((done) => worker?.once("exit", done));
    worker?.kill("SIGKILL");
    await gone;
  }

  it("misses nobody, shows no device a message twice, and keeps a ledger that balances", {
    timeout: 240_000,
  }, async () => {
    const campaign = await createCampaign(mine.ctx, {
      name: "Kill",
      channelType: "app_push",
      contents: [{ language: "en", title: "Hello", body: "Once" }],
    });
    await scheduleCampaign(mine.ctx, { campaignId: campaign.id, undoSeconds: 0 });
    for (let kill = 0; kill < kills; kill += 1) {
      worker = startWorker();
      await killAfterProgress();
    }
    worker = startWorker();
    const read = () => getCampaign(mine.ctx, { campaignId: campaign.id });
    await expect.poll(async () => (await read()).status, { timeout: 120_000, interval: 250 }).toBe("sent");
    const { totals } = await read();
    expect(totals).toEqual({
      audience: recipients,
      sent: recipients,
      skipped: 0,
      failed: 0,
      unknown: 0,
      pending: 0,
      cancelled: 0,
    });
    const ledger = await stats();
    expect(ledger).toMatchObject({ devices: recipients, shown: recipients, shownTwice: 0 });
    expect(ledger.askedAgain).toBeLessThanOrEqual(kills * askedAgainPerKillMax);
    const [rows] = await mine.scope.sql<{ deliveries: number }>`
      select count(*)::int as deliveries from deliveries where workspace_id = ${mine.workspaceId} and status = 'accepted'`;
    expect(rows?.deliveries).toBe(recipients);
  });
});
