import "@/bin/start/check-settings";
import { type IncomingMessage, Server } from "node:http";
import next from "next";
import { hotRoutes } from "@/app/api/hot-routes";
import { claimServer } from "@/bin/start/claim-server";
import { ensureDemo } from "@/bin/start/ensure-demo";
import { openDataFolder, openInstallation } from "@/bin/start/open-installation";
import { openPort } from "@/bin/start/open-port";
import { runUntilSignal } from "@/bin/start/run-until-signal";
import { offerSandbox } from "@/bin/start/sandbox-address";
import { startBox } from "@/bin/start/start-box";
import { startWorkflows } from "@/bin/start/start-workflows";
import { database } from "@/db/client";
import { toWireSignalId } from "@/lib/contracts/realtime";
import { contracts } from "@/lib/contracts/registry";
import { answerTracking } from "@/lib/domain/events/tracking/tracking-lane";
import { flushBuffers } from "@/lib/platform/batching/buffered-writer";
import { env, publicUrl } from "@/lib/platform/env";
import { noteClientAddress } from "@/lib/platform/http/client-address";
import { createHotLane } from "@/lib/platform/http/hot-lane";
import { toOriginForm } from "@/lib/platform/http/input/origin-form";
import { RealtimeHub } from "@/lib/platform/realtime/realtime-hub";
import { realtimePath } from "@/lib/platform/realtime/realtime-token";

await runUntilSignal(async (onStop) => {
  onStop("claim", await claimServer(openDataFolder()));
  const isDevelopment = env().NODE_ENV !== "production";
  const isForHub = ({ url }: IncomingMessage) => url?.split("?")[0] === realtimePath;
  const { server, port, answerWith } = await openPort({
    takesUpgrade: (req) => isDevelopment || isForHub(req),
  });

  // Next listens for upgrades on the server it is given, and would end connections that are not its own.
  const upgradesForNext = new Server();
  const app = next({
    dev: isDevelopment,
    dir: process.cwd(),
    hostname: "localhost",
    port,
    httpServer: upgradesForNext,
  });
  const preparing = app.prepare();
  // A failure is heard below, where the database already has somebody to stop it.
  preparing.catch(() => undefined);
  const installation = await openInstallation();
  onStop("database", installation.close);
  onStop("connections", () => server.closeAllConnections());
  const hasSandbox = await offerSandbox(port, installation.dataFolder, onStop);
  onStop("next", () => app.close());
  await preparing;

  const hotLane = createHotLane(hotRoutes, contracts);
  const hub = await RealtimeHub.start(database(), { toWireId: toWireSignalId });
  const demo = await ensureDemo(database(), { dataFolder: installation.dataFolder, url: publicUrl() });
  await startWorkflows(installation, onStop);
  onStop("realtime", () => hub.stop());
  onStop("buffers", flushBuffers);
  onStop("server", () => {
    server.close();
    server.closeIdleConnections();
  });

  const handleByNext = app.getRequestHandler();
  const { PUSHPILOT_TRUST_PROXY: trustsProxy, PUSHPILOT_ADDRESS_HEADER: addressHeader } = env();
  const proxy = { trustsProxy, addressHeader };
  server.on("upgrade", (req, socket, head) => {
    noteClientAddress(req, proxy);
    if (isForHub(req)) hub.accept(req, socket, head);
    else upgradesForNext.emit("upgrade", req, socket, head);
  });
  answerWith((req, res) => {
    noteClientAddress(req, proxy);
    req.url = toOriginForm(req.url ?? "/");
    if (answerTracking(req, res) || hotLane(req, res)) return;
    void handleByNext(req, res);
  });
  process.stdout.write(
    startBox({
      url: publicUrl(),
      seconds: process.uptime().toFixed(1),
      demo,
      dataFolder: installation.dataFolder,
      hasSandbox,
    }),
  );
});
