import { createServer, Server } from "node:http";
import next from "next";
import { hotRoutes } from "@/app/api/hot-routes";
import { ensureDemo } from "@/bin/start/ensure-demo";
import { listen } from "@/bin/start/listen";
import { openInstallation } from "@/bin/start/open-installation";
import { publishSandbox } from "@/bin/start/sandbox-address";
import { startBox } from "@/bin/start/start-box";
import { stopOnSignal } from "@/bin/start/stop-on-signal";
import { connect, database } from "@/db/client";
import { inngest } from "@/inngest/client";
import { startEngine } from "@/inngest/engine/engine";
import { functions } from "@/inngest/functions";
import { toWireSignalId } from "@/lib/contracts/realtime";
import { closeTransports } from "@/lib/domain/providers/open-transport";
import { purposeKey } from "@/lib/platform/auth/secrets";
import { env, provideEnv, publicUrl } from "@/lib/platform/env";
import { noteClientAddress } from "@/lib/platform/http/client-address";
import { createHotLane } from "@/lib/platform/http/hot-lane";
import { log } from "@/lib/platform/log";
import { RealtimeHub } from "@/lib/platform/realtime/realtime-hub";
import { realtimePath } from "@/lib/platform/realtime/realtime-token";
import { beginShutdown } from "@/lib/platform/shutdown";
import { startSandbox } from "@/lib/providers/sandbox/server/start-sandbox";

const wantedPort = env().PORT;
const isDevelopment = env().NODE_ENV !== "production";
const uploadMillisMax = 30 * 60 * 1000;

const server = createServer({ requestTimeout: uploadMillisMax, keepAliveTimeout: 65_000 });
const ready = Promise.withResolvers<void>();
server.on("request", (req, res) => void ready.promise.then(() => onRequest(req, res)));

const port = await listen(server, wantedPort);
if (wantedPort !== 0 && port !== wantedPort)
  process.stderr.write(` Port ${wantedPort} is taken, using ${port}.\n`);
provideEnv({ PORT: String(port) });

// Next listens for upgrades on the server it is given, and would end connections that are not its own.
const upgradesForNext = new Server();
const app = next({
  dev: isDevelopment,
  dir: process.cwd(),
  hostname: "localhost",
  port,
  httpServer: upgradesForNext,
});
const [installation] = await Promise.all([openInstallation(), app.prepare()]);
const handleByNext = app.getRequestHandler();

const sandbox = env().PUSHPILOT_SANDBOX_URL
  ? undefined
  : await startSandbox({
      receiptUrl: `http://127.0.0.1:${port}/api/hooks/sandbox`,
      receiptSecret: purposeKey("receipts").toString("base64url"),
    });
if (sandbox) publishSandbox(installation.dataFolder, sandbox);

const hotLane = createHotLane(hotRoutes);
const hub = await RealtimeHub.start(database(), { toWireId: toWireSignalId });
const demo = await ensureDemo(database(), { dataFolder: installation.dataFolder, url: publicUrl() });
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

function onRequest(...[req, res]: Parameters<typeof handleByNext>): void {
  noteClientAddress(req, env().PUSHPILOT_TRUST_PROXY);
  if (!hotLane(req, res)) void handleByNext(req, res);
}

server.on("upgrade", (req, socket, head) => {
  noteClientAddress(req, env().PUSHPILOT_TRUST_PROXY);
  if (req.url?.split("?")[0] === realtimePath) hub.accept(req, socket, head);
  else if (isDevelopment) upgradesForNext.emit("upgrade", req, socket, head);
  else socket.destroy();
});

ready.resolve();
stopOnSignal([
  {
    name: "server",
    stop: () => {
      server.close();
      server.closeIdleConnections();
    },
  },
  { name: "realtime", stop: () => hub.stop() },
  { name: "sending", stop: beginShutdown },
  { name: "engine", stop: () => engine.stop() },
  { name: "engine database", stop: () => engineDatabase.end({ timeout: 5 }) },
  { name: "next", stop: () => app.close() },
  { name: "transports", stop: closeTransports },
  { name: "sandbox", stop: () => sandbox?.close() },
  { name: "connections", stop: () => server.closeAllConnections() },
  { name: "database", stop: () => installation.close() },
]);
process.stdout.write(
  startBox({
    url: publicUrl(),
    seconds: process.uptime().toFixed(1),
    demo,
    dataFolder: installation.dataFolder,
    hasSandbox: sandbox !== undefined,
  }),
);
