import type { IncomingMessage } from "node:http";

const forwarded = [
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-forwarded-port",
  "forwarded",
];

/** Proxies add to the first; the second says what the client likes where its proxy writes only the first. */
const addressHeaders = ["x-forwarded-for", "x-real-ip"];

type Proxy = {
  trustsProxy: boolean;
  /** The one in which the proxy tells whom it serves; absent: the first of the usual ones that is there. */
  addressHeader?: string | undefined;
};

/**
 * Makes `x-real-ip` the address that really called. What a client says about itself is believed only behind a
 * proxy that is configured to overwrite it.
 */
export function noteClientAddress(req: IncomingMessage, { trustsProxy, addressHeader }: Proxy): void {
  const socketAddress = (req.socket.remoteAddress ?? "").replace(/^::ffff:/, "");
  if (trustsProxy) {
    const named = addressHeader === undefined ? addressHeaders : [addressHeader];
    const told = named.map((name) => lastOf(req.headers[name])).find((address) => address !== "");
    req.headers["x-real-ip"] = told ?? socketAddress;
    return;
  }
  for (const name of forwarded) delete req.headers[name];
  req.headers["x-real-ip"] = socketAddress;
}

/** What the nearest proxy added; whatever stands before it may be the client's own. */
const lastOf = (value: string | string[] | undefined): string =>
  String(value ?? "")
    .split(",")
    .at(-1)
    ?.trim() ?? "";
