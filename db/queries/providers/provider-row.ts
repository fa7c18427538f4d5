import type { providers } from "@/db/schema/providers";
import type { WorkspaceScope } from "@/db/scope";
import type { ProviderDay } from "@/lib/domain/providers/provider";

type StoredProvider = typeof providers.$inferSelect;

/** A provider without its credentials: those are read by `findCredentials` alone. */
export type ProviderRow = Omit<StoredProvider, "credentials">;

/** With what it answered in the last 24 hours. */
export type ProviderWithDay = ProviderRow & { day: ProviderDay };

export const providerColumns = (scope: WorkspaceScope) => scope.fragment`
  p.workspace_id, p.id, p.channel, p.kind, p.name, p.credential_hints, p.credentials_changed_at,
  p.credentials_changed_by, p.status, p.rate_per_second, p.verified_at, p.tested_at, p.test_failure, p.refused_at,
  p.last_success_at, p.last_failure_at, p.last_failure_detail, p.version, p.archived_at, p.created_at, p.updated_at`;

export const dayColumn = (scope: WorkspaceScope) => scope.fragment`
  (select jsonb_build_object('accepted', coalesce(sum(h.accepted), 0), 'rejected', coalesce(sum(h.rejected), 0),
      'faulted', coalesce(sum(h.faulted), 0))
    from provider_hours h
    where h.workspace_id = p.workspace_id and h.provider_id = p.id and h.hour > now() - interval '24 hours') as day`;
