import { deleteTemplate as deleteTemplateRow } from "@/db/queries/templates/write-template";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { getOwnTemplate } from "./own-template";

export async function deleteTemplate(
  ctx: WorkspaceContext,
  { templateId }: { templateId: string },
): Promise<void> {
  ctx.require("templates.write");
  await ctx.transaction(async (tx) => {
    const { name } = await getOwnTemplate(tx.scope, templateId);
    await deleteTemplateRow(tx.scope, templateId);
    await tx.audit("template.deleted", { kind: "template", id: templateId, name });
  });
}
