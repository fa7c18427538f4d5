import { openInstallation } from "@/bin/start/open-installation";
import { findSandbox } from "@/bin/start/sandbox-address";
import { stopOnSignal } from "@/bin/start/stop-on-signal";
import { database } from "@/db/client";
import { inngest } from "@/inngest/client";
import { startEngine } from "@/inngest/engine/engine";
import { functions } from "@/inngest/functions";
import { closeTransports } from "@/lib/domain/providers/open-transport";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";

const installation = await openInstallation();
if (!env().PUSHPILOT_SANDBOX_URL) findSandbox(installation.dataFolder);

const engine = await startEngine({
  sql: database(),
  client: inngest,
  functions,
  concurrency: env().PUSHPILOT_WORKER_CONCURRENCY,
  timings: { leaseMillis: env().PUSHPILOT_LEASE_SECONDS * 1_000 },
  log,
});

stopOnSignal([
  { name: "engine", stop: () => engine.stop() },
  { name: "transports", stop: closeTransports },
  { name: "database", stop: () => installation.close() },
]);
log.info("worker.ready", { concurrency: env().PUSHPILOT_WORKER_CONCURRENCY, pid: process.pid });
