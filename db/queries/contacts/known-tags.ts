import type { WorkspaceScope } from "@/db/scope";

/** Of these, the tags that some contact has. */
export async function listKnownTags(scope: WorkspaceScope, tags: string[]): Promise<string[]> {
  const rows = await scope.sql<{ tag: string }>`
    select asked.tag from unnest(${tags}::text[]) as asked(tag)
    where exists (select 1 from contacts c
      where c.workspace_id = ${scope.id} and c.erased_at is null and c.tags @> array[asked.tag])`;
  return rows.map(({ tag }) => tag);
}
