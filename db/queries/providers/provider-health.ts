import type { WorkspaceScope } from "@/db/scope";

export type HealthWrite = {
  accepted: number;
  rejected: number;
  faulted: number;
  /** The provider refused the credentials, and took nothing since. */
  isRefused: boolean;
  failureDetail: string | null;
};

/** One statement for any number of messages. */
export async function addProviderOutcomes(
  scope: WorkspaceScope,
  providerId: string,
  health: HealthWrite,
): Promise<void> {
  const { accepted, rejected, faulted, isRefused, failureDetail } = health;
  await scope.sql`
    with hour as (
      insert into provider_hours as h (workspace_id, provider_id, hour, accepted, rejected, faulted)
      select workspace_id, id, date_trunc('hour', now(), 'UTC'), ${accepted}, ${rejected}, ${faulted}
      from providers where workspace_id = ${scope.id} and id = ${providerId}
      on conflict (workspace_id, provider_id, hour) do update set accepted = h.accepted + excluded.accepted,
        rejected = h.rejected + excluded.rejected, faulted = h.faulted + excluded.faulted
    )
    update providers set
      last_success_at = case when ${accepted > 0} then now() else last_success_at end,
      last_failure_at = case when ${faulted > 0} then now() else last_failure_at end,
      last_failure_detail = case when ${faulted > 0} then ${failureDetail} else last_failure_detail end,
      refused_at = case when ${isRefused} then coalesce(refused_at, now()) when ${accepted > 0} then null
        else refused_at end
    where workspace_id = ${scope.id} and id = ${providerId}`;
}

/** Notes the test of a connection, unless the credentials have changed since it began. */
export async function setProviderVerified(
  scope: WorkspaceScope,
  { providerId, version }: { providerId: string; version: number },
): Promise<void> {
  await scope.sql`
    update providers set verified_at = now(), tested_at = now(), test_failure = null, refused_at = null
    where workspace_id = ${scope.id} and id = ${providerId} and version = ${version}`;
}

export async function setProviderUnverified(
  scope: WorkspaceScope,
  {
    providerId,
    version,
    detail,
    isRefused,
  }: { providerId: string; version: number; detail: string; isRefused: boolean },
): Promise<void> {
  await scope.sql`
    update providers set tested_at = now(), test_failure = ${detail}, last_failure_at = now(), last_failure_detail = ${detail},
      refused_at = case when ${isRefused} then coalesce(refused_at, now()) else refused_at end
    where workspace_id = ${scope.id} and id = ${providerId} and version = ${version}`;
}
