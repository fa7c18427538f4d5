import { setTemplateArchived } from "@/db/queries/templates/write-template";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";
import { fromRow, getOwnTemplate } from "./own-template";
import type { Template } from "./template";

type TemplateReference = { templateId: string };

export async function archiveTemplate(ctx: WorkspaceContext, input: TemplateReference): Promise<Template> {
  return setArchived(ctx, input, "template.archived", ctx.now());
}

export async function unarchiveTemplate(ctx: WorkspaceContext, input: TemplateReference): Promise<Template> {
  return setArchived(ctx, input, "template.unarchived", null);
}

async function setArchived(
  ctx: WorkspaceContext,
  { templateId }: TemplateReference,
  action: string,
  archivedAt: Date | null,
): Promise<Template> {
  ctx.require("templates.write");
  return ctx.transaction(async (tx) => {
    const before = await getOwnTemplate(tx.scope, templateId);
    if ((before.archivedAt === null) === (archivedAt === null)) return before;
    const row = await setTemplateArchived(tx.scope, templateId, archivedAt);
    if (!row) throw notFound();
    await tx.audit(action, { kind: "template", id: templateId, name: row.name });
    return fromRow(row);
  });
}
