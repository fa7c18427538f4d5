import { openInstallation } from "@/bin/start/open-installation";
import { findSandbox } from "@/bin/start/sandbox-address";
import { stopOnSignal } from "@/bin/start/stop-on-signal";
import { connect } from "@/db/client";
import { inngest } from "@/inngest/client";
import { startEngine } from "@/inngest/engine/engine";
import { functions } from "@/inngest/functions";
import { closeTransports } from "@/lib/domain/providers/open-transport";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { beginShutdown } from "@/lib/platform/shutdown";

const installation = await openInstallation();
if (!env().PUSHPILOT_SANDBOX_URL) findSandbox(installation.dataFolder);

// Connections of its own: handlers that use up the shared pool must not keep it from renewing its leases.
const engineDatabase = connect(installation.databaseUrl, { poolMax: 6, applicationName: "pushpilot-engine" });
const engine = await startEngine({
  sql: engineDatabase,
  client: inngest,
  functions,
  concurrency: env().PUSHPILOT_WORKER_CONCURRENCY,
  timings: { leaseMillis: env().PUSHPILOT_LEASE_SECONDS * 1_000 },
  log,
});

stopOnSignal([
  { name: "sending", stop: beginShutdown },
  { name: "engine", stop: () => engine.stop() },
  { name: "engine database", stop: () => engineDatabase.end({ timeout: 5 }) },
  { name: "transports", stop: closeTransports },
  { name: "database", stop: () => installation.close() },
]);
log.info("worker.ready", { concurrency: env().PUSHPILOT_WORKER_CONCURRENCY, pid: process.pid });
