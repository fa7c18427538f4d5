import type { IncomingMessage } from "node:http";

const forwarded = [
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-forwarded-port",
  "forwarded",
];

/**
 * Makes `x-real-ip` the address that really called. What a client says about itself is believed only behind a
 * proxy that is configured to overwrite it.
 */
export function noteClientAddress(req: IncomingMessage, trustsProxy: boolean): void {
  const socketAddress = (req.socket.remoteAddress ?? "").replace(/^::ffff:/, "");
  if (trustsProxy) {
    const [nearest] = String(req.headers["x-forwarded-for"] ?? "")
      .split(",")
      .slice(-1);
    req.headers["x-real-ip"] ??= nearest?.trim() || socketAddress;
    return;
  }
  for (const name of forwarded) delete req.headers[name];
  req.headers["x-real-ip"] = socketAddress;
}
