import { once } from "node:events";
import type { Server } from "node:net";
import { createHttpPort } from "./http-port";
import { Receipts } from "./receipts";
import { routeRequest } from "./route-request";
import { Sandbox } from "./sandbox";
import { createSmtpPort } from "./smtp-port";

const loopbackAddress = "127.0.0.1";

export type SandboxOptions = {
  /** 0 = any free port. */
  port?: number;
  smtpPort?: number;
  /** Where receipts go, and the secret that signs them; without both, none are sent. */
  receiptUrl?: string;
  receiptSecret?: string;
  receiptDelayMillis?: number;
  /** Messages kept in full. */
  retainedMax?: number;
  /** False saves the counting per device, and with it three figures of `/_/stats`. */
  countsDevices?: boolean;
};

export type RunningSandbox = { url: string; smtpUrl: string; close(): Promise<void> };

/** Plays every provider on this machine: HTTP/1.1 and h2c on one port, SMTP on another, loopback only. */
export async function startSandbox(options: SandboxOptions = {}): Promise<RunningSandbox> {
  const { receiptUrl: url, receiptSecret: secret, receiptDelayMillis: delayMillis = 300 } = options;
  const receipts = new Receipts({ url, secret, delayMillis });
  const { retainedMax = 5000, countsDevices = true } = options;
  const sandbox = new Sandbox({ retainedMax, retainedBytesMax: 32 * 1024 * 1024, countsDevices }, receipts);
  const http = createHttpPort((request) => routeRequest(sandbox, request));
  const smtp = createSmtpPort(sandbox);
  await listen(http, options.port ?? 0);
  smtp.listen(options.smtpPort ?? 0, loopbackAddress);
  await once(smtp.server, "listening");
  return {
    url: `http://${loopbackAddress}:${getPort(http)}`,
    smtpUrl: `smtp://${loopbackAddress}:${getPort(smtp.server)}`,
    async close() {
      receipts.close();
      http.emit("drop-connections");
      await Promise.all([
        new Promise<void>((resolve) => http.close(() => resolve())),
        new Promise<void>((resolve) => smtp.close(() => resolve())),
      ]);
    },
  };
}

async function listen(server: Server, port: number): Promise<void> {
  server.listen(port, loopbackAddress);
  await once(server, "listening");
}

function getPort(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the sandbox is not listening");
  return address.port;
}
