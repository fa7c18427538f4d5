import { findWorkspace } from "@/db/queries/workspaces";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";
import { type Occurrence, occurrencesAfter, type Recurrence } from "./recurrence/occurrences";

type Input = {
  recurrence: Recurrence;
  /** Absent or null: the workspace's. */
  timeZone?: string | null | undefined;
  /** Absent: now. */
  after?: Date | undefined;
  count: number;
};

/** The next dates that a series of this recurrence would have. */
export async function listOccurrences(
  ctx: WorkspaceContext,
  { recurrence, timeZone, after, count }: Input,
): Promise<{ occurrences: Occurrence[] }> {
  ctx.require("campaigns.read");
  const zone = timeZone ?? (await workspaceZone(ctx));
  return { occurrences: occurrencesAfter(recurrence, zone, after ?? ctx.now(), count) };
}

async function workspaceZone(ctx: WorkspaceContext): Promise<string> {
  const workspace = await findWorkspace(ctx.scope);
  if (!workspace) throw notFound();
  return workspace.timeZone;
}
