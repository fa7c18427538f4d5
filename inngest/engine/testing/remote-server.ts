import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Inngest } from "inngest";
import { serve } from "inngest/node";
import { afterEach, expect } from "vitest";
import { z } from "zod";
import { createSdkLogger } from "../protocol/sdk-logger";
import { quietLog } from "./engine-setup";
import { RunRecorder } from "./run-recorder";
import type { Define, EndedRun, Workflows } from "./workflows";

export type RemoteKeys = { baseUrl: string; eventKey: string; signingKey: string; isLoopback: boolean };

/** A run that has not ended has no output. */
const runAnswer = z.object({ data: z.object({ status: z.string(), output: z.unknown().optional() }) });
/** A foreign server tries again after half a minute, then a minute, then two. */
const patience = ({ isLoopback }: RemoteKeys) => ({ timeout: (isLoopback ? 1 : 9) * 60_000, interval: 250 });

/**
 * Functions served from this process to a real server. Every test is an app of its own, since servers remember, and
 * takes its functions back at its end, since the next one sends events of the same names. Runs are noted where they
 * start and looked up in the server's API.
 */
export function useRemoteServer(keys: RemoteKeys): Workflows {
  const tag = crypto.randomUUID().slice(0, 8);
  const apps = new Set<ServedApp>();
  let tests = 0;
  let sent = 0;
  let sentAt = 0;
  let recorder = new RunRecorder();
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
    try {
      for (const served of apps) await served.unregister();
    } finally {
      for (const served of apps) await served.stop();
      apps.clear();
      recorder = new RunRecorder();
      tests += 1;
    }
  });

  const read = async (id: string): Promise<EndedRun> => {
    const run = await readRun(keys, id);
    // Not every release tells what a run returned.
    const isUntold = run.status === "completed" && (run.output === null || run.output === "");
    return isUntold ? { ...run, output: recorder.outputOf(id) } : run;
  };
  const runs = (functionId: string) => Promise.all(recorder.runsOf(functionId).map(read));
  const countEnded = async (functionId: string, ended: Set<string>) => {
    const open = recorder.runsOf(functionId).filter((id) => !ended.has(id));
    for (const { id, status } of await Promise.all(open.map(read))) if (status !== "active") ended.add(id);
    return ended.size;
  };

  return {
    fullId: (functionId) => `${app()}-${functionId}`,
    start: async (define) => {
      const served = await serveApp(createClient(), define);
      apps.add(served);
      return served;
    },
    send: async (...events) => {
      // Of the moments of events that come together a server takes none for the earlier one.
      sentAt = Math.max(sentAt, Date.now() - events.length);
      await createClient().send(
        events.map(({ ts, id, data = {}, ...event }) => ({
          ...event,
          data,
          id: `${app()}-${id ?? `sent-${++sent}`}`,
          ts: ts ? ts.getTime() : ++sentAt,
        })),
      );
    },
    runs,
    ended: async (functionId, count = 1) => {
      const ended = new Set<string>();
      await expect.poll(() => countEnded(functionId, ended), patience(keys)).toBe(count);
      return runs(functionId);
    },
  };
}

type ServedApp = { unregister(): Promise<void>; stop(): Promise<void> };

async function serveApp(client: Inngest, define: Define): Promise<ServedApp> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const serveOrigin = `http://127.0.0.1:${port}`;
  let handle: RequestListener = () => undefined;
  server.on("request", (request, response) => handle(request, response));
  const register = async (functions: ReturnType<Define>) => {
    handle = serve({ client, functions, serveOrigin });
    const synced = await fetch(`${serveOrigin}/api/inngest`, { method: "PUT" });
    if (!synced.ok) throw new Error(`The server did not take the functions: ${await synced.text()}`);
  };
  await register(define(client));
  // No server takes an app without functions.
  const nobody = () =>
    client.createFunction({ id: "nobody", triggers: [{ event: "behaviour/never" }] }, () => null);
  return {
    unregister: async () => (server.listening ? register([nobody()]) : undefined),
    stop: () => close(server),
  };
}

async function readRun({ baseUrl, signingKey }: RemoteKeys, id: string): Promise<EndedRun> {
  const headers = { authorization: `Bearer ${signingKey}` };
  // A server remembers its answer to an address for seconds.
  const response = await fetch(new URL(`/v1/runs/${id}?at=${Date.now()}`, baseUrl), { headers });
  if (response.status === 401) throw new Error("The server refuses the signing key.");
  const answer = runAnswer.safeParse(await response.json());
  // A server that does not know it yet will, since it has called its function.
  if (!answer.success) return { id, status: "active", output: null, error: null };
  const { status: said, output = null } = answer.data.data;
  const word = said.toLowerCase();
  const status = ["completed", "failed", "cancelled"].includes(word) ? word : "active";
  const isFailed = status === "failed";
  return { id, status, output: isFailed ? null : output, error: isFailed ? output : null };
}

async function close(server: Server): Promise<void> {
  if (!server.listening) return;
  server.closeAllConnections();
  server.close();
  await once(server, "close");
}
