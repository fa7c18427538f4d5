import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

const portsTriedMax = 50;

/** Listens on the wanted port, or on the next one that is free. */
export async function listen(server: Server, wanted: number): Promise<number> {
  for (let port = wanted; ; port += 1) {
    try {
      server.listen(port);
      await once(server, "listening");
      return (server.address() as AddressInfo).port;
    } catch (error) {
      const isTaken = (error as NodeJS.ErrnoException).code === "EADDRINUSE";
      if (!isTaken || port >= Math.min(65_535, wanted + portsTriedMax)) throw error;
    }
  }
}
