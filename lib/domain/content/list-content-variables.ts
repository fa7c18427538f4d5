import { listAttributeNames } from "@/db/queries/content/list-attribute-names";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { variableNames } from "./contact-variables";

/** What the editor's menu offers. */
export async function listContentVariables(
  ctx: WorkspaceContext,
): Promise<{ names: string[]; attributes: string[] }> {
  ctx.require("templates.read");
  return { names: [...variableNames], attributes: await listAttributeNames(ctx.scope) };
}
