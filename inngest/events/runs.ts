import { z } from "zod";
import { laneOf, type RunKind } from "@/lib/domain/runs/run";
import { defineEvent } from "./event";

const chunk = z.object({ workspaceId: z.string(), runId: z.string(), chunkNo: z.number() });

/** A range of a campaign's recipients may be delivered. */
export const chunkReady = defineEvent("runs/chunk.ready", chunk);

/** The same for a send-now: a lane of its own, which no campaign can fill. */
export const transactionalChunkReady = defineEvent("runs/transactional-chunk.ready", chunk);

/** What calls a sender for a chunk of such a run, and whether it goes before what others have left in the outbox. */
export const chunkReadyOf = (kind: RunKind) =>
  laneOf(kind) === "bulk"
    ? ({ name: chunkReady.name, isUrgent: false } as const)
    : ({ name: transactionalChunkReady.name, isUrgent: true } as const);
