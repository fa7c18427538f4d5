import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Inngest } from "inngest";
import { serve } from "inngest/node";
import { afterEach, expect } from "vitest";
import { z } from "zod";
import { createSdkLogger } from "../protocol/sdk-logger";
import { quietLog } from "./engine-setup";
import { RunRecorder } from "./run-recorder";
import type { EndedRun, Workflows } from "./workflows";

export type RemoteKeys = { baseUrl: string; eventKey: string; signingKey: string };

const runAnswer = z.object({ data: z.object({ status: z.string(), output: z.unknown() }) });
const patience = { timeout: 110_000, interval: 250 };

/**
 * Functions served from this process to a real server. Every test is an app of its own, since servers remember; runs
 * are noted where they start and looked up in the server's API.
 */
export function useRemoteServer(keys: RemoteKeys): Workflows {
  const tag = crypto.randomUUID().slice(0, 8);
  const servers = new Set<Server>();
  let tests = 0;
  let sent = 0;
  let recorder = new RunRecorder();
  const endedRuns = new Map<string, EndedRun>();
  const app = () => `behaviour-${tag}-${tests}`;
  const createClient = () =>
    new Inngest({
      id: app(),
      isDev: false,
      ...keys,
      middleware: [recorder.middleware],
      logger: createSdkLogger(quietLog),
    });

  afterEach(async () => {
    for (const server of servers) await close(server);
    servers.clear();
    recorder = new RunRecorder();
    tests += 1;
  });

  const runs = (functionId: string): Promise<EndedRun[]> =>
    Promise.all(
      recorder.runsOf(functionId).map(async (id) => {
        const run = endedRuns.get(id) ?? (await readRun(keys, id));
        if (run.status !== "active") endedRuns.set(id, run);
        return run;
      }),
    );

  return {
    fullId: (functionId) => `${app()}-${functionId}`,
    start: async (define) => {
      const client = createClient();
      const server = createServer();
      servers.add(server);
      server.listen(0, "127.0.0.1");
      await once(server, "listening");
      const { port } = server.address() as AddressInfo;
      const serveOrigin = `http://127.0.0.1:${port}`;
      server.on("request", serve({ client, functions: define(client), serveOrigin }));
      const synced = await fetch(`${serveOrigin}/api/inngest`, { method: "PUT" });
      if (!synced.ok) throw new Error(`The server did not take the functions: ${await synced.text()}`);
      return { stop: () => close(server) };
    },
    send: async (...events) => {
      await createClient().send(
        events.map(({ ts, id, data = {}, ...event }) => ({
          ...event,
          data,
          id: `${app()}-${id ?? `sent-${++sent}`}`,
          ...(ts ? { ts: ts.getTime() } : {}),
        })),
      );
    },
    runs,
    ended: async (functionId, count = 1) => {
      const left = async () => (await runs(functionId)).filter((run) => run.status !== "active").length;
      await expect.poll(left, patience).toBe(count);
      return runs(functionId);
    },
  };
}

async function readRun({ baseUrl, signingKey }: RemoteKeys, id: string): Promise<EndedRun> {
  const headers = { authorization: `Bearer ${signingKey}` };
  const response = await fetch(new URL(`/v1/runs/${id}`, baseUrl), { headers });
  const { data } = runAnswer.parse(await response.json());
  const word = data.status.toLowerCase();
  const status = ["completed", "failed", "cancelled"].includes(word) ? word : "active";
  const isFailed = status === "failed";
  return { id, status, output: isFailed ? null : data.output, error: isFailed ? data.output : null };
}

async function close(server: Server): Promise<void> {
  if (!server.listening) return;
  server.closeAllConnections();
  server.close();
  await once(server, "close");
}
