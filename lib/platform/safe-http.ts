import { type LookupAddress, lookup as resolveName } from "node:dns";
import type { LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";
import { Agent, buildConnector } from "undici";

/** Raised before anything is sent: the address is not a public one. */
class UnsafeAddressError extends Error {
  readonly code = "unsafe_address";

  constructor(address: string) {
    super(`${address} is not a public address`);
  }
}

export type SafeAgentOptions = {
  /** Origins reachable whatever their address, e.g. the sandbox on loopback. Never taken from user input. */
  allowedOrigins?: readonly string[];
  /** Per origin. */
  connectionsMax?: number;
  timeoutMs?: number;
};

/**
 * An undici agent for addresses a user can aim. It connects to public unicast addresses only, checked on the very
 * address it connects to, so a name that resolves differently a moment later gains nothing. It follows no redirects.
 */
export function createSafeAgent(options: SafeAgentOptions = {}): Agent {
  const { allowedOrigins = [], connectionsMax = 32, timeoutMs = 10_000 } = options;
  const connectAnywhere = buildConnector({ timeout: timeoutMs });
  const connectPublic = buildConnector({ timeout: timeoutMs, lookup: lookupPublic });
  return new Agent({
    connections: connectionsMax,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    connect: (target, callback) => {
      const { protocol, hostname, port } = target;
      const literal = hostname.replace(/^\[|\]$/g, "");
      const host = literal.includes(":") ? `[${literal}]` : literal;
      if (allowedOrigins.includes(new URL(`${protocol}//${host}:${port}`).origin))
        return connectAnywhere(target, callback);
      // A literal address is connected to without a lookup.
      if (ipaddr.isValid(literal) && !isPublicAddress(literal))
        callback(new UnsafeAddressError(hostname), null);
      else connectPublic(target, callback);
    },
  });
}

/** False for private, loopback, link-local, carrier, multicast, reserved and translated addresses. */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === "unicast";
}

const lookupPublic: LookupFunction = (hostname, options, callback) => {
  resolveName(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    const unsafe = addresses?.find(({ address }) => !isPublicAddress(address));
    const [first] = addresses ?? [];
    if (error) callback(error, "", 0);
    else if (unsafe || !first) callback(new UnsafeAddressError(hostname), "", 0);
    else if (options.all) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};
