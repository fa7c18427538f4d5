import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { hotRoutes } from "@/app/api/hot-routes";
import { database } from "@/db/client";
import { insertBareEvents } from "@/db/testing/bare-events";
import { contracts } from "@/lib/contracts/registry";
import { answerTracking } from "@/lib/domain/events/tracking/tracking-lane";
import { flushBuffers } from "@/lib/platform/batching/buffered-writer";
import { createHotLane } from "@/lib/platform/http/hot-lane";

/** What stands ahead of Next in `server.ts`. Gives its port. */
export function serveProduct(): Promise<number> {
  const lane = createHotLane(hotRoutes, contracts);
  return listen((req, res) => {
    if (!answerTracking(req, res) && !lane(req, res)) res.writeHead(404).end();
  });
}

const pixel = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");

/** The least that has the same effect: bodies are parsed and inserted, nobody is asked who they are. */
export function serveBare({ workspaceId }: { workspaceId: string }): Promise<number> {
  return listen((req, res) => {
    if (req.url === "/c")
      res.writeHead(302, { location: "https://shop.example/", "content-length": "0" }).end();
    else if (req.url === "/o")
      res.writeHead(200, { "content-type": "image/gif", "content-length": "43" }).end(pixel);
    else
      void insert(req, workspaceId).then(
        () => res.writeHead(200, { "content-type": "application/json" }).end('{"ok":true}'),
        () => res.writeHead(500).end(),
      );
  });
}

async function insert(req: IncomingMessage, workspaceId: string): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  const body = JSON.parse(Buffer.concat(chunks).toString()) as {
    events: Parameters<typeof insertBareEvents>[2];
  };
  await insertBareEvents(database(), workspaceId, body.events);
}

/** What is in memory is part of the work. */
export const flushServed = (): Promise<void> => flushBuffers();

async function listen(answer: RequestListener): Promise<number> {
  const server = createServer(answer);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}
