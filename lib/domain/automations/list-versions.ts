import { findAutomation } from "@/db/queries/automations/automations";
import { listVersionsWithPeople, type VersionWithPeople } from "@/db/queries/automations/figures";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";

/** What was published, the latest first, with how many are still on their way through it. */
export async function listVersions(
  ctx: WorkspaceContext,
  { automationId }: { automationId: string },
): Promise<{ data: VersionWithPeople[] }> {
  ctx.require("automations.read");
  if (!(await findAutomation(ctx.scope, automationId))) throw notFound();
  return { data: await listVersionsWithPeople(ctx.scope, automationId) };
}
