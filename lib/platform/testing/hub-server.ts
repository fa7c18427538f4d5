import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll } from "vitest";
import { type ClientOptions, WebSocket } from "ws";
import type { Sql } from "@/db/client";
import { toWireSignalId } from "@/lib/contracts/realtime";
import { RealtimeHub } from "@/lib/platform/realtime/realtime-hub";

type Heard = { type: string; topic?: string; id?: string; reason?: string };

export type HubClient = {
  socket: WebSocket;
  heard: Heard[];
  say: (message: object) => void;
  /** The code it was closed with. */
  closed: Promise<number>;
};

export type HubServer = {
  readonly server: Server;
  readonly url: string;
  connect: (options?: ClientOptions) => Promise<HubClient>;
};

/** A realtime hub on a server of its own for the test file that calls it. */
export function useHubServer(
  database: { readonly sql: Sql },
  options: { heartbeatMillis?: number } = {},
): HubServer {
  let hub: RealtimeHub;
  const server = createServer().on("upgrade", (req, socket, head) => hub.accept(req, socket, head));
  beforeAll(async () => {
    hub = await RealtimeHub.start(database.sql, { toWireId: toWireSignalId, ...options });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
  });
  afterAll(async () => {
    await hub.stop();
    server.close();
  });

  const urlOf = () => `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    server,
    get url() {
      return urlOf();
    },
    async connect(clientOptions) {
      const socket = new WebSocket(urlOf(), clientOptions);
      const heard: Heard[] = [];
      socket.on("message", (data) => heard.push(JSON.parse(String(data))));
      const closed = once(socket, "close").then(([code]) => code as number);
      await once(socket, "open");
      return { socket, heard, say: (message) => socket.send(JSON.stringify(message)), closed };
    },
  };
}
