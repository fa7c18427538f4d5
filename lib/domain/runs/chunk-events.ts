import { chunkReady } from "@/inngest/events/runs";

type Chunks = {
  workspaceId: string;
  runId: string;
  chunkNos: number[];
  /** Tells one waking of the same chunks from another; the same one repeated counts once. */
  wake: number;
};

export function chunkEvents({ workspaceId, runId, chunkNos, wake }: Chunks) {
  return chunkNos.map((chunkNo) => ({
    id: `run-${runId}-${chunkNo}-${wake}`,
    name: chunkReady.name,
    data: { workspaceId, runId, chunkNo },
  }));
}
