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

/** False for private, loopback, link-local, carrier, multicast, reserved and translated addresses. */
export function isPublicAddress(address: string): boolean {
  return rangeOf(address) === "unicast" && !isOfCloud(address);
}

/** Of this machine or of a network of one's own. Never where clouds tell their machines secrets. */
export function isPrivateAddress(address: string): boolean {
  const isPrivate = ["private", "loopback", "uniqueLocal", "carrierGradeNat"].includes(rangeOf(address));
  return isPrivate && !isOfCloud(address);
}

const rangeOf = (address: string): string =>
  ipaddr.isValid(address) ? ipaddr.process(address).range() : "none";

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
