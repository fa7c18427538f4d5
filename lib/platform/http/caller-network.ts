import ipaddr from "ipaddr.js";

const networkBits = 64;

/** What callers are counted by: an IPv4 address, or the IPv6 network in which one caller can take any address. */
export function callerNetwork(address: string | null): string {
  if (address === null) return "unknown";
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === "ipv4") return parsed.toString();
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toNormalizedString().split("%")[0]}/${networkBits}`)}/${networkBits}`;
}
