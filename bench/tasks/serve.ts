import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { hotRoutes } from "@/app/api/hot-routes";
import { database } from "@/db/client";
import { type BareRedemption, takeBareCoupon } from "@/db/testing/bare-coupons";
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
    else if (req.url === "/redeem")
      void redeem(req, workspaceId).then(
        (answer) => res.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer)),
        () => res.writeHead(500).end(),
      );
    else
      void insert(req, workspaceId).then(
        () => res.writeHead(200, { "content-type": "application/json" }).end('{"ok":true}'),
        () => res.writeHead(500).end(),
      );
  });
}

async function read<T>(req: IncomingMessage): Promise<T> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString()) as T;
}

async function insert(req: IncomingMessage, workspaceId: string): Promise<void> {
  const { events } = await read<{ events: Parameters<typeof insertBareEvents>[2] }>(req);
  await insertBareEvents(database(), workspaceId, events);
}

/** The same function, a call for each request. */
async function redeem(req: IncomingMessage, workspaceId: string) {
  const asked = await read<BareRedemption>(req);
  const [answer] = await takeBareCoupon(database(), workspaceId, asked);
  if (answer?.reason !== "redeemed") throw new Error(`It was ${answer?.reason}.`);
  return answer;
}

/** What is in memory is part of the work. */
export const flushServed = (): Promise<void> => flushBuffers();

async function listen(answer: RequestListener): Promise<number> {
  const server = createServer(answer);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}
