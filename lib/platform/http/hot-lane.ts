import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { log } from "@/lib/platform/log";
import type { RouteHandler } from "./route";
import { findRoute, toRouteTable } from "./route-table";
import { securityHeaders } from "./security-headers";

/** Answers the request and says so, or leaves it to Next. */
export type HotLane = (req: IncomingMessage, res: ServerResponse) => boolean;

/**
 * Mounts routes ahead of Next, whose routing costs more than most of them do. They are the same handlers that
 * `app/api` exports, so under another host nothing but the speed changes.
 */
export function createHotLane(handlers: readonly RouteHandler[]): HotLane {
  const table = toRouteTable(handlers);
  return (req, res) => {
    const target = req.url ?? "/";
    const queryStart = target.indexOf("?");
    const pathname = queryStart === -1 ? target : target.slice(0, queryStart);
    const found = findRoute(table, req.method ?? "", pathname);
    if (!found) return false;
    answer(found, req, res).catch((error: unknown) => {
      log.warn("hot_lane.aborted", { error });
      res.destroy();
    });
    return true;
  };
}

async function answer(
  { handler, params }: { handler: RouteHandler; params: Record<string, string> },
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const response = await handler(toRequest(req, res), { params: Promise.resolve(params) });
  await send(response, res);
}

function toRequest(req: IncomingMessage, res: ServerResponse): Request {
  const abort = new AbortController();
  res.once("close", () => {
    if (!res.writableFinished) abort.abort();
  });
  const hasBody = req.method !== "GET" && req.method !== "HEAD";
  return new Request(`http://${req.headers.host ?? "localhost"}${req.url}`, {
    method: req.method ?? "GET",
    headers: toHeaders(req),
    signal: abort.signal,
    ...(hasBody && { body: Readable.toWeb(req) as ReadableStream<Uint8Array>, duplex: "half" }),
  });
}

function toHeaders({ headers }: IncomingMessage): Headers {
  const result = new Headers();
  for (const name in headers) {
    const value = headers[name];
    if (typeof value === "string") result.set(name, value);
    else for (const one of value ?? []) result.append(name, one);
  }
  return result;
}

async function send(response: Response, res: ServerResponse): Promise<void> {
  for (const [name, value] of Object.entries(securityHeaders)) res.setHeader(name, value);
  for (const [name, value] of response.headers) if (name !== "set-cookie") res.setHeader(name, value);
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) res.setHeader("set-cookie", cookies);
  res.statusCode = response.status;
  if (!response.body) res.end();
  else if (isSmall(response)) res.end(Buffer.from(await response.arrayBuffer()));
  else await pipeline(Readable.fromWeb(response.body as never), res);
}

/** JSON is made in one piece anyway; whatever else a route answers may be a stream without end. */
const isSmall = (response: Response): boolean =>
  response.headers.get("content-type")?.includes("json") ?? false;
