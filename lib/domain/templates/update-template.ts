import { updateTemplate as updateTemplateRow } from "@/db/queries/templates/write-template";
import type { Content } from "@/lib/domain/content/content";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";
import { fromRow, getOwnTemplate, type SavedTemplate, withWarnings } from "./own-template";
import { prepareContents } from "./prepare-contents";
import type { TemplateCategory } from "./template";

type TemplateChange = {
  templateId: string;
  name?: string | undefined;
  category?: TemplateCategory | undefined;
  contents?: Content[] | undefined;
};

export async function updateTemplate(ctx: WorkspaceContext, input: TemplateChange): Promise<SavedTemplate> {
  ctx.require("templates.write");
  const { templateId, name, category } = input;
  return ctx.transaction(async (tx) => {
    const before = await getOwnTemplate(tx.scope, templateId);
    const contents = input.contents && prepareContents(input.contents, before.channel);
    const row = await updateTemplateRow(tx.scope, templateId, { name, category, contents });
    if (!row) throw notFound();
    await tx.audit(
      "template.updated",
      { kind: "template", id: templateId, name: row.name },
      {
        before: { name: before.name, category: before.category },
        after: { name: row.name, category: row.category },
      },
    );
    return withWarnings(tx.scope, fromRow(row));
  });
}
