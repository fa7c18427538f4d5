import type { WorkspaceScope } from "@/db/scope";
import type { Content } from "@/lib/domain/content/content";
import type { TemplateRow } from "./template-row";

type TemplateInsert = { id: string; name: string; channel: string; category: string; contents: Content[] };

export async function insertTemplate(tx: WorkspaceScope, template: TemplateInsert): Promise<void> {
  await tx.sql`
    insert into templates (workspace_id, id, name, channel, category, contents)
    values (${tx.id}, ${template.id}, ${template.name}, ${template.channel}, ${template.category},
      ${tx.json(template.contents)})`;
}

type TemplateChange = {
  name?: string | undefined;
  category?: string | undefined;
  contents?: Content[] | undefined;
};

/** Absent fields keep their value. */
export async function updateTemplate(
  tx: WorkspaceScope,
  templateId: string,
  change: TemplateChange,
): Promise<TemplateRow | undefined> {
  const rows = await tx.sql<TemplateRow>`
    update templates set
      name = coalesce(${change.name ?? null}, name),
      category = coalesce(${change.category ?? null}, category),
      contents = coalesce(${change.contents ? tx.json(change.contents) : null}, contents),
      updated_at = now()
    where workspace_id = ${tx.id} and id = ${templateId} returning *`;
  return rows[0];
}

export async function setTemplateArchived(
  tx: WorkspaceScope,
  templateId: string,
  archivedAt: Date | null,
): Promise<TemplateRow | undefined> {
  const rows = await tx.sql<TemplateRow>`
    update templates set archived_at = ${archivedAt}, updated_at = now()
    where workspace_id = ${tx.id} and id = ${templateId} returning *`;
  return rows[0];
}

export async function deleteTemplate(
  tx: WorkspaceScope,
  templateId: string,
): Promise<TemplateRow | undefined> {
  const rows = await tx.sql<TemplateRow>`
    delete from templates where workspace_id = ${tx.id} and id = ${templateId} returning *`;
  return rows[0];
}
