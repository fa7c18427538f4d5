import { lookup } from "node:dns/promises";
import { connect, isIP, type Socket } from "node:net";
import {
  isPrivateAddress,
  isPublicAddress,
  lookupOnly,
  UnsafeAddressError,
} from "@/lib/platform/outgoing/safe-address";
import type { TransportOptions } from "@/lib/providers/provider-definition";

/** How far a connection may lead. `anywhere` is for servers of ours, never for one that a user named. */
export type Reach = "public" | "private" | "anywhere";

const isWithin: Record<Reach, (address: string) => boolean> = {
  public: isPublicAddress,
  private: (address) => isPublicAddress(address) || isPrivateAddress(address),
  anywhere: () => true,
};

export const reachOf = (options: Pick<TransportOptions, "allowsPrivateMailServers">): Reach =>
  options.allowsPrivateMailServers ? "private" : "public";

const lookupMillis = 2_000;

/**
 * The first address of a host that is out of reach. A name that does not resolve now, or only slowly, has none: it is
 * judged again with each connection.
 */
export async function findUnreachable(host: string, reach: Reach): Promise<string | undefined> {
  const addresses = isIP(host) ? [host] : await resolve(host);
  return addresses.find((address) => !isWithin[reach](address));
}

async function resolve(host: string): Promise<string[]> {
  const patience = Promise.withResolvers<[]>();
  const timer = setTimeout(() => patience.resolve([]), lookupMillis);
  const found = lookup(host, { all: true }).catch(() => []);
  const addresses = await Promise.race([found, patience.promise]);
  clearTimeout(timer);
  return addresses.map(({ address }) => address);
}

type Target = { host: string; port: number; timeoutMillis: number };
type Opened = (error: Error | null, socket?: { connection: Socket }) => void;

/** For nodemailer, which would resolve the name itself and connect to whatever it leads to. */
export function openWithin(reach: Reach, { host, port, timeoutMillis }: Target) {
  return (_options: unknown, opened: Opened): void => {
    if (isIP(host) && !isWithin[reach](host)) {
      opened(new UnsafeAddressError(host));
      return;
    }
    const lookupWithin = lookupOnly(isWithin[reach]);
    const socket = connect({
      host,
      port,
      lookup: lookupWithin,
      autoSelectFamily: true,
      timeout: timeoutMillis,
    });
    const fail = (error: Error & { code?: string }) => {
      socket.destroy();
      opened(Object.assign(new Error(error.message), { code: error.code, syscall: "connect" }));
    };
    const expire = () => fail(Object.assign(new Error("Connection timeout"), { code: "ETIMEDOUT" }));
    socket.once("error", fail).once("timeout", expire);
    socket.once("connect", () => {
      socket.off("error", fail).off("timeout", expire).setTimeout(0).setKeepAlive(true);
      opened(null, { connection: socket });
    });
  };
}
