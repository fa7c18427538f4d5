import type { LeasedChunk } from "@/db/queries/runs/chunks";
import { type DeferredGroup, deferPeople } from "@/db/queries/runs/defer-people";
import { insertOutboxEvents } from "@/db/queries/workflow/outbox";
import type { WorkspaceScope } from "@/db/scope";
import { chunkReadyOf } from "@/inngest/events/runs";
import type { RunKind } from "../run";
import { waveMillis } from "./waves";

export type PutOff = { contactId: string; at: number; isRetry: boolean };

/** Gives people who must wait a chunk of their own, five minutes together, and calls a sender for when it is due. */
export async function putOff(
  scope: WorkspaceScope,
  { kind }: { kind: RunKind },
  { runId, chunkNo, fence }: LeasedChunk,
  people: readonly PutOff[],
): Promise<void> {
  if (people.length === 0) return;
  await scope.transaction(async (tx) => {
    const created = await deferPeople(tx, { runId, chunkNo, fence, groups: groupsOf(people) });
    await insertOutboxEvents(
      tx.connection,
      created.map((chunk) => ({
        id: `run-${runId}-${chunk.chunkNo}-0`,
        ...chunkReadyOf(kind),
        data: { workspaceId: scope.id, runId, chunkNo: chunk.chunkNo },
        ts: chunk.dueAt,
      })),
    );
  });
}

/** The first of a group is not asked before its time; the others follow within the five minutes. */
function groupsOf(people: readonly PutOff[]): DeferredGroup[] {
  const groups = Map.groupBy(people, ({ at, isRetry }) => `${Math.floor(at / waveMillis)}.${isRetry}`);
  return [...groups.values()].map((group) => ({
    dueAt: new Date(Math.min(...group.map(({ at }) => at))),
    contactIds: group.map(({ contactId }) => contactId),
    isRetry: group[0]?.isRetry ?? false,
  }));
}
