import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { methodNotAllowed } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import type { Contract } from "./contract";
import { preflight } from "./door/cors";
import { type Endpoint, toMethodsAt } from "./door/methods-at";
import { sendResponse, toHeaders } from "./door/node-exchange";
import { turnAway } from "./door/turn-away";
import { noteArrival } from "./input/body-source";
import { problemFor } from "./problem";
import type { RouteHandler } from "./route";
import { findRoute, type RouteTable, toRouteTable } from "./route-table";

/** Answers the request, or turns it away, and says so; or leaves it to Next. */
export type HotLane = (req: IncomingMessage, res: ServerResponse) => boolean;

/**
 * Mounts routes ahead of Next, whose routing costs more than most of them do. They are the same handlers that
 * `app/api` exports, so under another host nothing but the speed changes. Of all endpoints, Next's too, it refuses the
 * methods they do not have: Next would do so without a word.
 */
export function createHotLane(handlers: readonly RouteHandler[], endpoints: readonly Endpoint[]): HotLane {
  const table = toRouteTable(handlers);
  const methodsAt = toMethodsAt(endpoints);
  return (req, res) => {
    if (turnAway(req, res)) return true;
    const target = req.url ?? "/";
    const queryStart = target.indexOf("?");
    const pathname = queryStart === -1 ? target : target.slice(0, queryStart);
    const { method = "" } = req;
    const found = findRoute(table, method, pathname);
    const asking = method === "OPTIONS" ? findPreflight(table, req, pathname) : undefined;
    const methods = found || asking ? undefined : methodsAt(pathname);
    if (!found && !asking && (!methods || methods.includes(method))) return false;
    const answering = found
      ? answer(found, req, res)
      : sendResponse(
          asking ?? problemFor({ headers: toHeaders(req) }, methodNotAllowed(method, methods ?? [])),
          res,
        );
    answering.catch((error: unknown) => {
      log.warn("hot_lane.aborted", { error });
      res.destroy();
    });
    return true;
  };
}

function findPreflight(table: RouteTable, { headers }: IncomingMessage, pathname: string) {
  const { origin } = headers;
  const method = headers["access-control-request-method"];
  if (origin === undefined || method === undefined) return undefined;
  const found = findRoute(table, method, pathname);
  return found?.handler.contract.browsers ? preflight(found.handler.contract, origin) : undefined;
}

async function answer(
  { handler, params }: { handler: RouteHandler; params: Record<string, string> },
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const response = await handler(toRequest(req, res, handler.contract), { params: Promise.resolve(params) });
  await sendResponse(response, res);
}

function toRequest(req: IncomingMessage, res: ServerResponse, { rawBody }: Contract): Request {
  const abort = new AbortController();
  res.once("close", () => {
    if (!res.writableFinished) abort.abort();
  });
  const request = new Request(`http://${req.headers.host ?? "localhost"}${req.url}`, {
    method: req.method ?? "GET",
    headers: toHeaders(req),
    signal: abort.signal,
    ...(rawBody && { body: Readable.toWeb(req) as ReadableStream<Uint8Array>, duplex: "half" }),
  });
  if (!rawBody) noteArrival(request, req);
  return request;
}
