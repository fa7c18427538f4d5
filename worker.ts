import "@/bin/start/check-settings";
import { openInstallation } from "@/bin/start/open-installation";
import { runUntilSignal } from "@/bin/start/run-until-signal";
import { findSandbox } from "@/bin/start/sandbox-address";
import { startWorkflows } from "@/bin/start/start-workflows";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";

await runUntilSignal(async (onStop) => {
  const installation = await openInstallation();
  onStop("database", installation.close);
  if (!env().PUSHPILOT_SANDBOX_URL) findSandbox(installation.dataFolder);
  await startWorkflows(installation, onStop);
  log.info("worker.ready", { concurrency: env().PUSHPILOT_WORKER_CONCURRENCY, pid: process.pid });
});
