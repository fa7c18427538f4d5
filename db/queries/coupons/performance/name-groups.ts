import type { WorkspaceScope } from "@/db/scope";

const tables = { offer: "offers", batch: "coupon_batches", campaign: "campaigns" } as const;

export type NamedKind = keyof typeof tables;

/** What offers, batches or campaigns are called. */
export async function nameGroups(
  scope: WorkspaceScope,
  kind: NamedKind,
  ids: string[],
): Promise<Map<string, string>> {
  const rows = await scope.sql<{ id: string; name: string }>`
    select id, name from ${scope.name(tables[kind])} where workspace_id = ${scope.id} and id = any(${ids}::uuid[])`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}
