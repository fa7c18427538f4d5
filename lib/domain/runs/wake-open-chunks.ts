import { listOpenChunks } from "@/db/queries/runs/chunks";
import { chunkReadyOf } from "@/inngest/events/runs";
import type { TransactionContext } from "@/lib/platform/context/workspace-context";

type Wake = {
  /** Absent: everything that the workspace is sending. */
  runId?: string;
  /** Tells one waking of the same chunks from another; the same one repeated counts once. */
  wake: number;
};

/** Calls a sender for every chunk that still has people. */
export async function wakeOpenChunks(tx: TransactionContext, { runId, wake }: Wake): Promise<void> {
  const open = await listOpenChunks(tx.scope, { runId });
  await tx.emit(
    ...open.map(({ kind, ...chunk }) => ({
      id: `run-${chunk.runId}-${chunk.chunkNo}-${wake}`,
      ...chunkReadyOf(kind),
      data: { workspaceId: tx.workspaceId, ...chunk },
    })),
  );
}
