import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { securityHeaders } from "../security-headers";

export function toHeaders({ headers }: IncomingMessage): Headers {
  const result = new Headers();
  for (const name in headers) {
    const value = headers[name];
    if (typeof value === "string") result.set(name, value);
    else for (const one of value ?? []) result.append(name, one);
  }
  return result;
}

export async function sendResponse(response: Response, res: ServerResponse): Promise<void> {
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
