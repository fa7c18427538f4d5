import { z } from "zod";
import { defineEvent } from "./event";

const chunk = z.object({ workspaceId: z.string(), runId: z.string(), chunkNo: z.number() });

/** A range of a campaign's recipients may be delivered. */
export const chunkReady = defineEvent("runs/chunk.ready", chunk);

/** The same for a send-now: a lane of its own, which no campaign can fill. */
export const transactionalChunkReady = defineEvent("runs/transactional-chunk.ready", chunk);
