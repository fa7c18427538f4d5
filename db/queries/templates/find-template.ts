import type { WorkspaceScope } from "@/db/scope";
import type { TemplateRow } from "./template-row";

export async function findTemplate(
  scope: WorkspaceScope,
  templateId: string,
): Promise<TemplateRow | undefined> {
  const rows = await scope.sql<TemplateRow>`
    select * from templates where workspace_id = ${scope.id} and id = ${templateId}`;
  return rows[0];
}
