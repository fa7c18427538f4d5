import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { purposeKey } from "@/lib/platform/auth/secrets";
import { env, provideEnv } from "@/lib/platform/env";
import { startSandbox } from "@/lib/providers/sandbox/server/start-sandbox";
import type { OnStop } from "./run-until-signal";

const address = z.object({ url: z.string(), smtpUrl: z.string() });

const pathOf = (dataFolder: string): string => join(dataFolder, "sandbox.json");

/** Starts the sandbox, unless one is named, and tells other processes of this installation where it listens. */
export async function offerSandbox(port: number, dataFolder: string, onStop: OnStop): Promise<boolean> {
  if (env().PUSHPILOT_SANDBOX_URL) return false;
  const sandbox = await startSandbox({
    receiptUrl: `http://127.0.0.1:${port}/api/hooks/sandbox`,
    receiptSecret: purposeKey("receipts").toString("base64url"),
  });
  onStop("sandbox", () => sandbox.close());
  const { url, smtpUrl } = sandbox;
  writeFileSync(pathOf(dataFolder), `${JSON.stringify({ url, smtpUrl })}\n`);
  provideEnv({ PUSHPILOT_SANDBOX_URL: url, PUSHPILOT_SANDBOX_SMTP_URL: smtpUrl });
  return true;
}

/** Finds the sandbox that the server of this installation started. */
export function findSandbox(dataFolder: string): void {
  const path = pathOf(dataFolder);
  if (!existsSync(path)) return;
  const { url, smtpUrl } = address.parse(JSON.parse(readFileSync(path, "utf8")));
  provideEnv({ PUSHPILOT_SANDBOX_URL: url, PUSHPILOT_SANDBOX_SMTP_URL: smtpUrl });
}
