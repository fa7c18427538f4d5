import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { bundleProduct } from "@/bin/bundle-product";
import type { TestDatabase } from "@/db/testing/database";
import type { Env } from "@/lib/platform/env";
import { newId } from "@/lib/platform/ids";
import type { TestSandbox } from "./sandbox";

export type WorkerProcess = { start: () => void; kill: () => Promise<void> };

type Surroundings = {
  database: TestDatabase;
  sandbox: TestSandbox;
  settings?: Partial<Record<Exclude<keyof Env, "NODE_ENV">, string>>;
};

/** `worker.ts` as a process of its own for the test file that calls it, bundled like the one that is installed. */
export function useWorkerProcess({ database, sandbox, settings }: Surroundings): WorkerProcess {
  // What the bundle leaves outside is looked for in the folders above it.
  const folder = join(process.cwd(), "node_modules/.cache/pushpilot", `worker-${newId()}`);
  let worker: ChildProcess | undefined;

  const kill = async () => {
    if (!worker || worker.exitCode !== null || worker.signalCode !== null) return;
    const gone = once(worker, "exit");
    worker.kill("SIGKILL");
    await gone;
  };
  beforeAll(() => bundleProduct(["worker.ts"], folder));
  afterAll(async () => {
    await kill();
    rmSync(folder, { recursive: true, force: true });
  });

  return {
    start() {
      worker = spawn(process.execPath, [join(folder, "worker.js")], {
        stdio: ["ignore", "ignore", "inherit"],
        env: {
          ...process.env,
          DATABASE_URL: database.url,
          PUSHPILOT_DATA: folder,
          PUSHPILOT_SANDBOX_URL: sandbox.url,
          PUSHPILOT_SANDBOX_SMTP_URL: sandbox.smtpUrl,
          PUSHPILOT_LOG: "error",
          ...settings,
        },
      });
    },
    kill,
  };
}
