import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { connect } from "node:net";
import { dirname, join } from "node:path";
import { stubPath, stubProject } from "@/bench/tasks/stub-request";
import { freePort } from "@/lib/platform/free-port";

export type Stub = { url: string; close(): void };

export const hasStub = (): boolean => spawnSync("nghttpd", ["--version"]).error === undefined;

export const stubMissing = "nghttpd is missing (Debian: apt-get install nghttp2-server)";

/** An HTTP/2 server in C that answers as FCM does, so that what is measured is the sender. */
export async function startStub(folder: string): Promise<Stub> {
  const file = join(folder, "www", stubPath);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(
    file,
    JSON.stringify({ name: `projects/${stubProject}/messages/0:1700000000000000%0123456789abcdef` }),
  );
  const port = await freePort();
  const child = spawn(
    "nghttpd",
    ["--no-tls", "-n1", "-a", "127.0.0.1", "-d", join(folder, "www"), String(port)],
    {
      stdio: "ignore",
    },
  );
  await untilListening(port);
  return { url: `http://127.0.0.1:${port}`, close: () => child.kill("SIGKILL") };
}

async function untilListening(port: number): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const isUp = await new Promise<boolean>((done) => {
      const socket = connect(port, "127.0.0.1", () => done(true)).once("error", () => done(false));
      socket.once("connect", () => socket.end());
    });
    if (isUp) return;
    await new Promise((done) => setTimeout(done, 25));
  }
  throw new Error("The stub did not start.");
}

/** A push service that only says yes. */
export async function startPushService(): Promise<Stub> {
  const server = createServer((request, response) => {
    request.resume();
    request.once("end", () => response.writeHead(201, { location: "/message/1" }).end());
  });
  const port = await freePort();
  await new Promise<void>((done) => server.listen(port, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
