import { listActiveChannels } from "@/db/queries/automations/active-channels";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import type { Definition } from "./definition";
import type { DefinitionProblem } from "./definition-problem";
import { findDefinitionProblems } from "./find-definition-problems";

/** The problems of a definition in a workspace, whose providers matter too. */
export async function problemsOf(
  ctx: WorkspaceContext,
  definition: Definition,
): Promise<DefinitionProblem[]> {
  return findDefinitionProblems(definition, new Set(await listActiveChannels(ctx.scope)));
}
