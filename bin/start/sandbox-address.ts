import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { provideEnv } from "@/lib/platform/env";

const address = z.object({ url: z.string(), smtpUrl: z.string() });

const pathOf = (dataFolder: string): string => join(dataFolder, "sandbox.json");

/** Tells other processes of this installation where its sandbox listens. */
export function publishSandbox(dataFolder: string, sandbox: z.infer<typeof address>): void {
  const { url, smtpUrl } = sandbox;
  writeFileSync(pathOf(dataFolder), `${JSON.stringify({ url, smtpUrl })}\n`);
  provideEnv({ PUSHPILOT_SANDBOX_URL: url, PUSHPILOT_SANDBOX_SMTP_URL: smtpUrl });
}

/** Finds the sandbox that the server of this installation started. */
export function findSandbox(dataFolder: string): void {
  const path = pathOf(dataFolder);
  if (!existsSync(path)) return;
  const { url, smtpUrl } = address.parse(JSON.parse(readFileSync(path, "utf8")));
  provideEnv({ PUSHPILOT_SANDBOX_URL: url, PUSHPILOT_SANDBOX_SMTP_URL: smtpUrl });
}
