import {
  listTenantTables,
  unsafeAcrossWorkspacesDeleteRows,
  unsafeAcrossWorkspacesDeleteWorkflowRuns,
  unsafeAcrossWorkspacesDeleteWorkspace,
  unsafeAcrossWorkspacesFindDeletion,
} from "@/db/queries/system/erase-workspace";
import type { SystemScope } from "@/db/scope";
import { removeSpoolOf } from "@/lib/platform/spool/spool";

const rowsAtOnce = 10_000;
const sliceMillisDefault = 20_000;

type Slice = { workspaceId: string; sliceMillis?: number };

/** Takes the next rows of a deleted workspace, in batches that nobody has to wait for; at the end itself and its files. */
export async function eraseWorkspace(
  system: SystemScope,
  { workspaceId, sliceMillis = sliceMillisDefault }: Slice,
): Promise<"more" | "erased"> {
  const found = await unsafeAcrossWorkspacesFindDeletion(system, workspaceId);
  if (found && !found.deletedAt) throw new Error("Only a workspace that was deleted is erased.");
  const endsAt = performance.now() + sliceMillis;
  const tables = found ? await listTenantTables(system) : [];
  const takings = [
    ...tables.map((table) => () => unsafeAcrossWorkspacesDeleteRows(system, table, workspaceId, rowsAtOnce)),
    () => unsafeAcrossWorkspacesDeleteWorkflowRuns(system, workspaceId, rowsAtOnce),
  ];
  for (const take of takings) {
    let count: number;
    do {
      count = await take();
      if (count > 0 && performance.now() >= endsAt) return "more";
    } while (count === rowsAtOnce);
  }
  await unsafeAcrossWorkspacesDeleteWorkspace(system, workspaceId);
  await removeSpoolOf(workspaceId);
  return "erased";
}
