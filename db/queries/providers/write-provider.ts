import type { WorkspaceScope } from "@/db/scope";
import type { Channel } from "@/lib/domain/channels/channel";
import type { ProviderKind, ProviderStatus } from "@/lib/domain/providers/provider";

export type SealedCredentials = {
  credentials: string;
  credentialHints: Record<string, string>;
  changedBy: string;
};

export type NewProvider = SealedCredentials & {
  id: string;
  channel: Channel;
  kind: ProviderKind;
  name: string;
  status: ProviderStatus;
  ratePerSecond: number;
};

export async function insertProviders(tx: WorkspaceScope, rows: NewProvider[]): Promise<void> {
  await tx.sql`
    insert into providers (workspace_id, id, channel, kind, name, credentials, credential_hints,
      credentials_changed_by, status, rate_per_second)
    select ${tx.id}, r.id, r.channel, r.kind, r.name, r.credentials, r."credentialHints", r."changedBy", r.status,
      r."ratePerSecond"
    from jsonb_to_recordset(${tx.json(rows)}) as r(id uuid, channel text, kind text, name text, credentials text,
      "credentialHints" jsonb, "changedBy" text, status text, "ratePerSecond" int)`;
}

export type ProviderChange = { name?: string | undefined; ratePerSecond?: number | undefined };

export async function updateProvider(
  tx: WorkspaceScope,
  providerId: string,
  change: ProviderChange,
): Promise<void> {
  await tx.sql`
    update providers set name = coalesce(${change.name ?? null}, name),
      rate_per_second = coalesce(${change.ratePerSecond ?? null}, rate_per_second), updated_at = now()
    where workspace_id = ${tx.id} and id = ${providerId}`;
}

/** New credentials know nothing of the old ones' trouble: the provider is unverified again. */
export async function replaceCredentials(
  tx: WorkspaceScope,
  providerId: string,
  sealed: SealedCredentials,
): Promise<void> {
  await tx.sql`
    update providers set credentials = ${sealed.credentials}, credential_hints = ${tx.json(sealed.credentialHints)},
      credentials_changed_at = now(), credentials_changed_by = ${sealed.changedBy}, version = version + 1,
      verified_at = null, tested_at = null, test_failure = null, refused_at = null, last_success_at = null,
      last_failure_at = null, last_failure_detail = null, updated_at = now()
    where workspace_id = ${tx.id} and id = ${providerId}`;
}

/** Everybody else of the channel steps back first: the unique index allows one at any moment. */
export async function setActiveProvider(
  tx: WorkspaceScope,
  channel: Channel,
  providerId: string,
): Promise<void> {
  await tx.sql`
    update providers set status = 'inactive', updated_at = now()
    where workspace_id = ${tx.id} and channel = ${channel} and status = 'active' and id <> ${providerId}`;
  await tx.sql`
    update providers set status = 'active', updated_at = now()
    where workspace_id = ${tx.id} and id = ${providerId} and archived_at is null`;
}

export async function setProviderInactive(tx: WorkspaceScope, providerId: string): Promise<void> {
  await tx.sql`
    update providers set status = 'inactive', updated_at = now() where workspace_id = ${tx.id} and id = ${providerId}`;
}

export async function setProviderArchived(tx: WorkspaceScope, providerId: string): Promise<void> {
  await tx.sql`
    update providers set archived_at = now(), updated_at = now() where workspace_id = ${tx.id} and id = ${providerId}`;
}
