import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import productOptions from "@/bin/node-options.json";
import { freePort } from "@/lib/platform/free-port";
import type { Lab, LabDatabase } from "./lab";
import { until } from "./worker-process";

export const hasBuild = (): boolean => existsSync("dist/server.js") && existsSync(".next/BUILD_ID");

export const buildMissing = "no production build here (npm run build)";

export type ProductServer = { url: string; secondsToFirstAnswer: number; close(): Promise<void> };

/** The server as `npm start` runs it, on a database that is ready; resolves with its first 200. */
export async function startServer(
  lab: Lab,
  database: LabDatabase,
  nodeOptions: string[] = [],
): Promise<ProductServer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const startedAt = performance.now();
  const server = spawn(process.execPath, [...productOptions, ...nodeOptions, "dist/server.js"], {
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      DATABASE_URL: database.url,
      PUSHPILOT_DATA: join(lab.folder, "server"),
      PUSHPILOT_DEMO: "false",
      PUSHPILOT_LOG: "error",
      PORT: String(port),
    },
  });
  await until(() => isUp(`${url}/api/health`), 60);
  return { url, secondsToFirstAnswer: (performance.now() - startedAt) / 1_000, close: () => stop(server) };
}

const isUp = (url: string): Promise<boolean> =>
  fetch(url).then(
    (answer) => answer.ok,
    () => false,
  );

async function stop(server: ChildProcess): Promise<void> {
  const gone = once(server, "exit");
  server.kill("SIGTERM");
  await gone;
}
