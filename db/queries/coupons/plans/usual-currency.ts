import type { WorkspaceScope } from "@/db/scope";

/** That of the newest plan or offer which names one. */
export async function findUsualCurrency(scope: WorkspaceScope): Promise<string | undefined> {
  const [row] = await scope.sql<{ currency: string }>`
    select currency from (
      select currency, created_at from membership_plans where workspace_id = ${scope.id}
      union all
      select currency, created_at from offers where workspace_id = ${scope.id} and currency is not null) named
    order by created_at desc limit 1`;
  return row?.currency;
}
