import { type LookupAddress, lookup as resolveName } from "node:dns";
import type { LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";

/** Raised before anything is sent. */
export class UnsafeAddressError extends Error {
  readonly code = "unsafe_address";

  constructor(host: string) {
    super(`${host} is not an address that may be connected to`);
  }
}

/** False for private, loopback, link-local, carrier, multicast, reserved, translated and IPv4-compatible addresses. */
export function isPublicAddress(address: string): boolean {
  return rangeOf(address) === "unicast" && !isOfCloud(address);
}

/** Of this machine or of a network of one's own. Never where clouds tell their machines secrets. */
export function isPrivateAddress(address: string): boolean {
  const isPrivate = ["private", "loopback", "uniqueLocal", "carrierGradeNat"].includes(rangeOf(address));
  return isPrivate && !isOfCloud(address);
}

function rangeOf(address: string): string {
  if (!ipaddr.isValid(address)) return "none";
  // The library takes ::10.0.0.1 for ::ffff:10.0.0.1, which is another address.
  const parsed = ipaddr.process(address.replace(/^::(?=\d+\.)/, "0:0:0:0:0:0:"));
  const range = parsed.range();
  return range === "unicast" && isIpv4Compatible(parsed) ? "ipv4Compatible" : range;
}

/** Long retired, but some systems still connect to the IPv4 address inside. */
const isIpv4Compatible = (address: ipaddr.IPv4 | ipaddr.IPv6): boolean =>
  address instanceof ipaddr.IPv6 && address.match(ipaddr.IPv6.parseCIDR("::/96"));

/** Metadata services beside 169.254.0.0/16 and fe80::/10: of AWS over IPv6, of Alibaba, of Azure. */
const addressesOfClouds = ["fd00:ec2::254", "100.100.100.200", "168.63.129.16"];

const isOfCloud = (address: string): boolean =>
  addressesOfClouds.includes(ipaddr.process(address).toString());

/**
 * For `net.connect` and the like: a name resolves to allowed addresses or not at all. What is connected to is what was
 * judged, so a name that resolves differently a moment later gains nothing.
 */
export function lookupOnly(isAllowed: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolveName(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      const unsafe = addresses?.find(({ address }) => !isAllowed(address));
      const [first] = addresses ?? [];
      if (error) callback(error, "", 0);
      else if (unsafe || !first) callback(new UnsafeAddressError(hostname), "", 0);
      else if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}
