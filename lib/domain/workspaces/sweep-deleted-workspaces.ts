import { unsafeAcrossWorkspacesListDeleted } from "@/db/queries/system/erase-workspace";
import { insertOutboxEvents } from "@/db/queries/workflow/outbox";
import type { SystemScope } from "@/db/scope";
import { workspaceDeleted } from "@/inngest/events/workspaces";

const hourMillis = 3_600_000;

/** Rows are the truth, events only wake workers: what should be gone by now is asked for again, once an hour. */
export async function sweepDeletedWorkspaces(system: SystemScope, now: Date): Promise<void> {
  const hour = Math.floor(now.getTime() / hourMillis);
  await system.transaction(async (tx) => {
    const left = await unsafeAcrossWorkspacesListDeleted(tx, new Date(now.getTime() - hourMillis));
    const events = left.map((workspaceId) => ({
      id: `workspace-${workspaceId}-deleted-${hour}`,
      name: workspaceDeleted.name,
      data: { workspaceId },
    }));
    await insertOutboxEvents(tx.connection, events);
  });
}
