import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { contextOfJob } from "@/inngest/in-workspace";
import { openCodeFile } from "@/lib/domain/coupons/batches/open-code-file";

type Export = { workspaceId: string; batchId: string; path: string };

/** Streams the codes of a batch into a file. Gives the seconds it took. */
export async function exportCodes({ workspaceId, batchId, path }: Export): Promise<number> {
  const startedAt = performance.now();
  const { chunks } = await openCodeFile(contextOfJob("bench", workspaceId), { batchId });
  await pipeline(Readable.from(chunks), createWriteStream(path));
  return (performance.now() - startedAt) / 1_000;
}
