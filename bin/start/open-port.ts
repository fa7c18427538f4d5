import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { env, provideEnv } from "@/lib/platform/env";
import { StartRefusal } from "./start-refusal";

const portsTriedMax = 50;
const uploadMillisMax = 30 * 60 * 1000;

type Options = {
  /** Whether this request for a WebSocket gets one. */
  takesUpgrade: (req: IncomingMessage) => boolean;
};

type OpenPort = {
  server: Server;
  port: number;
  /** Requests wait until this is called. */
  answerWith: (listener: RequestListener) => void;
};

/** Listens on the wanted port, or on the next one that is free, and says so. */
export async function openPort({ takesUpgrade }: Options): Promise<OpenPort> {
  const ready = Promise.withResolvers<RequestListener>();
  const server: Server = createServer({
    requestTimeout: uploadMillisMax,
    keepAliveTimeout: 65_000,
    // What is not taken is a request like any other (RFC 9110, 7.8). Until somebody listens, nothing is.
    shouldUpgradeCallback: (req) =>
      req.headers.upgrade?.toLowerCase() === "websocket" &&
      server.listenerCount("upgrade") > 0 &&
      takesUpgrade(req),
  });
  server.on("request", (req, res) => void ready.promise.then((answer) => answer(req, res)));
  const wanted = env().PORT;
  const port = await listen(server, wanted);
  if (wanted !== 0 && port !== wanted) process.stderr.write(` Port ${wanted} is taken, using ${port}.\n`);
  provideEnv({ PORT: String(port) });
  return { server, port, answerWith: ready.resolve };
}

async function listen(server: Server, wanted: number): Promise<number> {
  for (let port = wanted; ; port += 1) {
    try {
      server.listen(port);
      await once(server, "listening");
      return (server.address() as AddressInfo).port;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EADDRINUSE" && port < Math.min(65_535, wanted + portsTriedMax)) continue;
      throw new StartRefusal(`port ${port} cannot be opened (${code}). Set PORT to another one.`);
    }
  }
}
