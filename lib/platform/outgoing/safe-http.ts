import { isIP } from "node:net";
import { Agent, buildConnector } from "undici";
import { isPublicAddress, lookupOnly, UnsafeAddressError } from "./safe-address";

export type SafeAgentOptions = {
  /** Origins reachable whatever their address, e.g. the sandbox on loopback. Never taken from user input. */
  allowedOrigins?: readonly string[];
  /** Per origin. */
  connectionsMax?: number;
  timeoutMillis?: number;
};

/**
 * An undici agent for addresses a user can aim. It connects to public unicast addresses only, checked on the very
 * address it connects to, so a name that resolves differently a moment later gains nothing. It follows no redirects.
 */
export function createSafeAgent(options: SafeAgentOptions = {}): Agent {
  const { allowedOrigins = [], connectionsMax = 32, timeoutMillis = 10_000 } = options;
  const connectAnywhere = buildConnector({ timeout: timeoutMillis });
  const connectPublic = buildConnector({ timeout: timeoutMillis, lookup: lookupOnly(isPublicAddress) });
  return new Agent({
    connections: connectionsMax,
    headersTimeout: timeoutMillis,
    bodyTimeout: timeoutMillis,
    connect: (target, callback) => {
      const { protocol, hostname, port } = target;
      const literal = hostname.replace(/^\[|\]$/g, "");
      const host = literal.includes(":") ? `[${literal}]` : literal;
      if (allowedOrigins.includes(new URL(`${protocol}//${host}:${port}`).origin))
        return connectAnywhere(target, callback);
      // A literal address is connected to without a lookup.
      if (isIP(literal) !== 0 && !isPublicAddress(literal)) callback(new UnsafeAddressError(hostname), null);
      else connectPublic(target, callback);
    },
  });
}
