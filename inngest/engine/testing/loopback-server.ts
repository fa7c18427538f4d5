import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { z } from "zod";
import type { Sql } from "@/db/client";
import type { Engine } from "../engine";
import type { CommHandler } from "../protocol/comm-handler";
import { Transport } from "../protocol/transport";
import { startExecutor } from "../start-executor";
import { timingsDefault } from "../timings";
import { quickTimings, quietLog } from "./engine-setup";
import type { RemoteKeys } from "./remote-server";

const registration = z.object({ url: z.string(), appName: z.string(), functions: z.array(z.unknown()) });

export type LoopbackServer = RemoteKeys & { stop(): Promise<void> };

/**
 * The embedded engine behind the interface of a real server: apps register over HTTP and are called over HTTP, signed.
 * It shows that what drives a real server drives one.
 */
export async function startLoopbackServer(sql: Sql): Promise<LoopbackServer> {
  const signingKey = `signkey-test-${"ab".repeat(32)}`;
  const engines = new Map<string, Engine>();
  const transport = new Transport();
  const register = async (body: string) => {
    const { url, appName, functions } = registration.parse(JSON.parse(body));
    const comm: CommHandler = {
      describe: async () => functions,
      execute: (request) => callApp(url, request, signingKey),
    };
    const options = { sql, appId: appName, comm, transport, functions: [], concurrency: 8, log: quietLog };
    // What an app says last takes the place of what it said before.
    await engines.get(appName)?.stop();
    engines.set(
      appName,
      await startExecutor({ ...options, timings: { ...timingsDefault, ...quickTimings } }),
    );
    return Response.json({ status: 200, skipped: false, modified: true });
  };
  const answer = async (request: IncomingMessage): Promise<Response> => {
    const url = new URL(request.url ?? "/", "http://loopback.invalid");
    const run = /^\/v1\/runs\/(.+)$/.exec(url.pathname)?.[1];
    if (run !== undefined) return showRun(sql, run);
    const body = await text(request);
    if (url.pathname === "/fn/register") return register(body);
    const seed = request.headers["x-inngest-event-id-seed"];
    const headers = { ...(typeof seed === "string" ? { "x-inngest-event-id-seed": seed } : {}) };
    return transport.fetch(url, { method: "POST", body, headers });
  };
  const server = createServer((request, response) => {
    void answer(request)
      .catch((error: unknown) => Response.json({ error: String(error) }, { status: 500 }))
      .then(async (found) => {
        response.writeHead(found.status, { "content-type": "application/json" });
        response.end(await found.text());
      });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    eventKey: "loopback",
    signingKey,
    isLoopback: true,
    stop: async () => {
      await Promise.all([...engines.values()].map((engine) => engine.stop()));
      server.closeAllConnections();
      server.close();
    },
  };
}

async function callApp(
  appUrl: string,
  { url, headers, body }: Parameters<CommHandler["execute"]>[0],
  signingKey: string,
) {
  const target = new URL(appUrl);
  for (const [name, value] of url.searchParams) target.searchParams.set(name, value);
  const seconds = Math.round(Date.now() / 1_000);
  const key = signingKey.replace(/^signkey-\w+-/, "");
  const signature = createHmac("sha256", key).update(canonical(body)).update(String(seconds)).digest("hex");
  const { host: _, ...rest } = headers;
  const response = await fetch(target, {
    method: "POST",
    headers: {
      ...rest,
      "content-type": "application/json",
      "x-inngest-signature": `t=${seconds}&s=${signature}`,
    },
    body: JSON.stringify(body),
  });
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.text(),
  };
}

/** JSON with sorted keys, over which requests are signed. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

async function showRun(sql: Sql, id: string): Promise<Response> {
  const [run] = await sql<{ status: string; output: unknown; error: unknown }[]>`
    select status, output, error from workflow.runs where id = ${id}`;
  if (!run) return Response.json({ error: "not found", status: 404 }, { status: 404 });
  if (run.status === "active") return Response.json({ data: { run_id: id, status: "Running" } });
  return Response.json({ data: { run_id: id, status: run.status, output: run.output ?? run.error } });
}
