import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import productOptions from "@/bin/node-options.json";
import { createCampaign } from "@/lib/domain/campaigns/create-campaign";
import { getCampaign } from "@/lib/domain/campaigns/get-campaign";
import { scheduleCampaign } from "@/lib/domain/campaigns/schedule-campaign";
import { bundlePath } from "./child";
import { cohortFilter, type Population } from "./population";
import { benchContent } from "./runs";
import type { SandboxProcess } from "./sandbox-process";

type Place = { dataFolder: string; sandbox: SandboxProcess };

/** After this a silent worker's work is given to another. */
export const leaseSeconds = 1;

/** The product's worker, engine and all. */
export function startWorker({ database }: Population, { dataFolder, sandbox }: Place): ChildProcess {
  return spawn(process.execPath, [...productOptions, bundlePath("worker")], {
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      DATABASE_URL: database.url,
      PUSHPILOT_DATA: dataFolder,
      PUSHPILOT_SANDBOX_URL: sandbox.url,
      PUSHPILOT_SANDBOX_SMTP_URL: sandbox.smtpUrl,
      PUSHPILOT_LEASE_SECONDS: String(leaseSeconds),
      PUSHPILOT_LOG: "error",
    },
  });
}

export async function kill(worker: ChildProcess): Promise<void> {
  const gone = once(worker, "exit");
  worker.kill("SIGKILL");
  await gone;
}

/** A campaign to the population's cohort that is due now. */
export async function scheduleNow({ ctx }: Population): Promise<string> {
  const { language, title, body } = benchContent;
  const { id } = await createCampaign(ctx, {
    name: "Bench",
    channelType: "app_push",
    contents: [{ language, title, body }],
    audience: { filter: cohortFilter },
  });
  await scheduleCampaign(ctx, { campaignId: id, undoSeconds: 0 });
  return id;
}

export async function isSent({ ctx, recipients }: Population, campaignId: string): Promise<boolean> {
  const { status, totals } = await getCampaign(ctx, { campaignId });
  if (status !== "sent") return false;
  if (totals?.sent !== recipients) throw new Error(`Wrong totals: ${JSON.stringify(totals)}`);
  return true;
}

export async function until(isTrue: () => Promise<boolean>, timeoutSeconds = 300): Promise<void> {
  const deadline = performance.now() + timeoutSeconds * 1_000;
  while (!(await isTrue())) {
    if (performance.now() > deadline) throw new Error(`Nothing came of it within ${timeoutSeconds} s.`);
    await new Promise((done) => setTimeout(done, 10));
  }
}
