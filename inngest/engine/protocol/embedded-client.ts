import { randomBytes } from "node:crypto";
import { Inngest } from "inngest";
import { Transport } from "./transport";

const transports = new WeakMap<Inngest.Any, Transport>();

/**
 * A client whose functions the embedded engine runs. Cloud mode with a key nobody knows: a served route answers
 * 401 to everybody, since the engine does not come in over HTTP.
 */
export function createEmbeddedClient(options: { id: string; logger?: Inngest.Any["logger"] }): Inngest {
  const transport = new Transport();
  const signingKey = `signkey-embedded-${randomBytes(32).toString("hex")}`;
  const client = new Inngest({
    ...options,
    isDev: false,
    signingKey,
    signingKeyFallback: signingKey,
    eventKey: "embedded",
    baseUrl: "http://embedded.invalid",
    fetch: transport.fetch,
    aiMetadata: false,
  });
  transports.set(client, transport);
  return client;
}

/** Absent for a client of a real server. */
export function findTransport(client: Inngest.Any): Transport | undefined {
  return transports.get(client);
}
