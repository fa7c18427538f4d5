import { hrefOf } from "@/components/layout/navigation";
import { toWireId } from "@/lib/contracts/wire/ids";

export const workflowsHref = (workspace: string): string => hrefOf(workspace, "workflows");

export const workflowRunHref = (workspace: string, id: string): string =>
  hrefOf(workspace, `workflows/runs/${toWireId("workflowRun", id)}`);

/** The list of runs, narrowed as its own filters narrow it. */
export function workflowRunsHref(
  workspace: string,
  filter: { function?: string; status?: string; q?: string } = {},
): string {
  const query = new URLSearchParams(filter).toString();
  return hrefOf(workspace, query ? `workflows/runs?${query}` : "workflows/runs");
}
