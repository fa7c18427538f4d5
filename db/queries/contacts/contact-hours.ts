import type { WorkspaceScope } from "@/db/scope";
import type { WeekHours } from "@/lib/domain/timing/best-time";

/** When everybody in the workspace opens and clicks. */
export async function findWorkspaceHours(scope: WorkspaceScope): Promise<WeekHours | null> {
  const rows = await scope.sql<{ hours: WeekHours }>`
    select hours from workspace_hours where workspace_id = ${scope.id}`;
  return rows[0]?.hours ?? null;
}
