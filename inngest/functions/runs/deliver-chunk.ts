import { inngest } from "@/inngest/client";
import { chunkReady, transactionalChunkReady } from "@/inngest/events/runs";
import { asStep, contextOfJob } from "@/inngest/in-workspace";
import { bulkPlaces, transactionalPlaces, transactionalPlacesOfWorkspace } from "@/inngest/places";
import { deliverChunk as deliver } from "@/lib/domain/runs/deliver-chunk";

/** Deliveries of one chunk that may follow each other; a retry pass waits half a minute, so this covers a day. */
const passesMax = 400;

type Step = {
  run(id: string, work: () => ReturnType<typeof deliver>): Promise<Awaited<ReturnType<typeof deliver>>>;
  sleepUntil(id: string, time: string): Promise<void>;
};

type Chunk = { workspaceId: string; runId: string; chunkNo: number };

async function deliverUntilDone(job: string, { workspaceId, runId, chunkNo }: Chunk, step: Step) {
  const ctx = contextOfJob(job, workspaceId);
  for (let pass = 0; pass < passesMax; pass += 1) {
    const end = await step.run(`deliver-${pass}`, () => asStep(() => deliver(ctx, { runId, chunkNo })));
    if (end.state !== "again") return end;
    if (Date.parse(end.resumeAt) > Date.now()) await step.sleepUntil(`wait-${pass}`, end.resumeAt);
  }
  return { state: "stopped" as const };
}

export const deliverChunk = inngest.createFunction(
  {
    id: "deliver-chunk",
    triggers: [chunkReady],
    retries: 20,
    concurrency: [{ limit: bulkPlaces }, { key: "event.data.workspaceId", limit: 2 }],
  },
  ({ event, step }) => deliverUntilDone("deliver-chunk", event.data, step),
);

export const deliverTransactionalChunk = inngest.createFunction(
  {
    id: "deliver-transactional-chunk",
    triggers: [transactionalChunkReady],
    retries: 20,
    concurrency: [
      { limit: transactionalPlaces },
      { key: "event.data.workspaceId", limit: transactionalPlacesOfWorkspace },
    ],
  },
  ({ event, step }) => deliverUntilDone("deliver-transactional-chunk", event.data, step),
);
