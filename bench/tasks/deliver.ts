import { contextOfJob } from "@/inngest/in-workspace";
import type { AppPushMessage, Message, Transport } from "@/lib/domain/providers/message-port";
import type { Outcome } from "@/lib/domain/providers/outcome";
import { deliverChunk } from "@/lib/domain/runs/deliver-chunk";
import { createFcmTransport } from "@/lib/providers/fcm/fcm-transport";
import { stubProject, stubToken } from "./stub-request";

type Run = { workspaceId: string; runId: string; chunkNos: number[] };

/** As many chunks of a workspace at once as the product's own worker allows. */
const lanes = 2;

let fcm: { url: string; transport: Transport<AppPushMessage> } | undefined;

/** Delivers chunks through the FCM adapter to a stub. Gives the seconds it took. */
export async function deliverToStub(run: Run & { stubUrl: string }): Promise<number> {
  const { stubUrl } = run;
  if (fcm?.url !== stubUrl) fcm = { url: stubUrl, transport: connect(stubUrl) };
  return deliver(run, fcm.transport);
}

function connect(baseUrl: string): Transport<AppPushMessage> {
  const token = { value: stubToken, obtainedAt: Date.now(), expiresAt: Date.now() + 3_600_000 };
  const tokens = { current: () => token, renew: () => Promise.resolve(token), drop: () => undefined };
  return createFcmTransport({
    projectId: stubProject,
    tokens,
    baseUrl,
    connectionsMax: 10,
    requestTimeoutMillis: 30_000,
  });
}

const accepted: Outcome = {
  kind: "accepted",
  providerMessageId: "projects/bench/messages/1",
  code: "ok",
  detail: "",
};

const nobody: Transport = {
  capacity: { inFlightMax: 1_000 },
  isResendHarmless: true,
  sendOne: () => Promise.resolve(accepted),
  send: (messages: readonly Message[]) => Promise.resolve(messages.map(() => accepted)),
  close: () => Promise.resolve(),
};

/** Everything of a delivery but the network call. */
export const deliverToNobody = (run: Run): Promise<number> => deliver(run, nobody);

/** Delivers chunks as a worker does: through the workspace's provider, at its rate. */
export const deliverToProvider = (run: Run): Promise<number> => deliver(run);

async function deliver({ workspaceId, runId, chunkNos }: Run, transport?: Transport): Promise<number> {
  const ctx = contextOfJob("bench", workspaceId);
  const queue = chunkNos.values();
  const connect = transport && (() => Promise.resolve({ transport, ratePerSecond: 1_000_000 }));
  const startedAt = performance.now();
  async function next(): Promise<void> {
    for (const chunkNo of queue) {
      const end = await deliverChunk(ctx, { runId, chunkNo }, connect);
      if (end.state !== "done") throw new Error(`Chunk ${chunkNo} ended as ${end.state}.`);
    }
  }
  await Promise.all(Array.from({ length: lanes }, next));
  return (performance.now() - startedAt) / 1_000;
}
