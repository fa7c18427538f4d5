import type { IncomingMessage } from "node:http";

const absoluteTarget = /^https?:\/\/([^/?#]*)(.*)$/is;

/**
 * Servers must take `GET http://host/path`, as proxies ask, for `GET /path` of that host (RFC 9112, 3.2.2). Next would
 * send the caller to the host instead, whatever it is.
 */
export function straightenTarget(req: IncomingMessage): void {
  const [, host, rest] = absoluteTarget.exec(req.url ?? "") ?? [];
  if (host === undefined || rest === undefined) return;
  req.headers.host = host;
  req.url = rest.startsWith("/") ? rest : `/${rest}`;
}
