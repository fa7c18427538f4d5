import type { WorkspaceScope } from "@/db/scope";
import type { Bucket } from "./token-bucket";

export const providerBucket = (id: string): Bucket => ({
  table: "provider_buckets",
  column: "provider_id",
  id,
});

export async function ensureBucket(scope: WorkspaceScope, providerId: string): Promise<void> {
  await scope.sql`
    insert into provider_buckets (workspace_id, provider_id, theoretical_arrival_at)
    select workspace_id, id, now() from providers where workspace_id = ${scope.id} and id = ${providerId}
    on conflict do nothing`;
}

/** Nobody gets a token before the time the provider named. */
export async function postponeTokens(
  scope: WorkspaceScope,
  providerId: string,
  { seconds, burstSeconds }: { seconds: number; burstSeconds: number },
): Promise<void> {
  await scope.sql`
    update provider_buckets set theoretical_arrival_at = greatest(theoretical_arrival_at,
      clock_timestamp() + make_interval(secs => ${seconds + burstSeconds}::float8))
    where workspace_id = ${scope.id} and provider_id = ${providerId}`;
}
