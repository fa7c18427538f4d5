import { createHash } from "node:crypto";
import { headerKeys } from "inngest";
import { z } from "zod";
import type { OutboxEvent } from "@/db/queries/workflow/outbox";
import { type Op, ops } from "./op";

/** What an engine in this process offers to the SDK's outgoing calls. */
export type Endpoint = {
  send(events: readonly OutboxEvent[]): Promise<void>;
  /** `stale`: the lease is gone, the SDK must run no further step. */
  checkpoint(leaseId: string, steps: readonly Op[]): Promise<"saved" | "stale">;
  holds(leaseId: string): boolean;
};

/** Stands in for `fetch` in the SDK's client: event sends and checkpoints reach the engine without a socket. */
export class Transport {
  private readonly endpoints = new Set<Endpoint>();

  attach(endpoint: Endpoint): () => void {
    this.endpoints.add(endpoint);
    return () => this.endpoints.delete(endpoint);
  }

  readonly fetch: typeof globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (typeof init?.body !== "string")
      return answer(400, { error: "A JSON body is expected.", status: 400 });
    if (url.pathname.startsWith("/e/")) return this.receiveEvents(init.body, new Headers(init.headers));
    if (/^\/v1\/checkpoint\/[^/]+\/async$/.test(url.pathname)) return this.receiveCheckpoint(init.body);
    return answer(501, { error: `The embedded engine does not offer ${url.pathname}.`, status: 501 });
  };

  private async receiveEvents(body: string, headers: Headers): Promise<Response> {
    const [endpoint] = [...this.endpoints].slice(-1);
    if (!endpoint) {
      return answer(503, { error: "No engine runs in this process; use the outbox.", status: 503 });
    }
    const seed = headers.get(headerKeys.EventIdSeed) ?? crypto.randomUUID();
    const events = eventsBody.parse(JSON.parse(body)).map((event, position) => ({
      ...event,
      id: event.id ?? seededId(seed, position),
      ts: event.ts === undefined ? undefined : new Date(event.ts),
    }));
    await endpoint.send(events);
    return answer(200, { ids: events.map((event) => event.id), status: 200 });
  }

  private async receiveCheckpoint(body: string): Promise<Response> {
    const checkpoint = checkpointBody.parse(JSON.parse(body));
    const endpoint = [...this.endpoints].find((one) => one.holds(checkpoint.qi_id));
    const result = (await endpoint?.checkpoint(checkpoint.qi_id, checkpoint.steps)) ?? "stale";
    return result === "saved"
      ? new Response(null, { status: 200 })
      : answer(409, { error: "stale", status: 409 });
  }
}

const event = z.object({
  id: z.string().min(1).optional(),
  name: z.string().min(1),
  data: z.record(z.string(), z.unknown()).default({}),
  ts: z.number().optional(),
  v: z.string().optional(),
});
const eventsBody = z.union([z.array(event), event.transform((one) => [one])]);
const checkpointBody = z.object({ qi_id: z.string(), steps: ops });

/** The SDK repeats the seed when it repeats a call, so a repeated call makes the same ids. */
function seededId(seed: string, position: number): string {
  return createHash("sha256").update(`${seed},${position}`).digest("base64url").slice(0, 26);
}

function answer(status: number, body: object): Response {
  return Response.json(body, { status });
}
