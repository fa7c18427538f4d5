import type { WorkspaceScope } from "@/db/scope";
import type { Channel } from "@/lib/domain/channels/channel";
import { dayColumn, type ProviderRow, type ProviderWithDay, providerColumns } from "./provider-row";

export async function findProvider(
  scope: WorkspaceScope,
  providerId: string,
): Promise<ProviderRow | undefined> {
  const rows = await scope.sql<ProviderRow>`
    select ${providerColumns(scope)} from providers p where p.workspace_id = ${scope.id} and p.id = ${providerId}`;
  return rows[0];
}

export async function findProviderWithDay(
  scope: WorkspaceScope,
  providerId: string,
): Promise<ProviderWithDay | undefined> {
  const rows = await scope.sql<ProviderWithDay>`
    select ${providerColumns(scope)}, ${dayColumn(scope)}
    from providers p where p.workspace_id = ${scope.id} and p.id = ${providerId}`;
  return rows[0];
}

/** The one that sends this channel now. */
export async function findActiveProvider(
  scope: WorkspaceScope,
  channel: Channel,
): Promise<ProviderRow | undefined> {
  const rows = await scope.sql<ProviderRow>`
    select ${providerColumns(scope)} from providers p
    where p.workspace_id = ${scope.id} and p.channel = ${channel} and p.status = 'active' and p.archived_at is null`;
  return rows[0];
}

/** The one that keeps everything on this machine, whether or not it is the channel's active one. */
export async function findSandboxProvider(
  scope: WorkspaceScope,
  channel: Channel,
): Promise<ProviderRow | undefined> {
  const rows = await scope.sql<ProviderRow>`
    select ${providerColumns(scope)} from providers p
    where p.workspace_id = ${scope.id} and p.channel = ${channel} and p.kind = 'sandbox' and p.archived_at is null
    order by p.id limit 1`;
  return rows[0];
}

/** The sealed text; only for opening a transport and for changing a part of it. */
export async function findCredentials(
  scope: WorkspaceScope,
  providerId: string,
): Promise<{ credentials: string; version: number } | undefined> {
  const rows = await scope.sql<{ credentials: string; version: number }>`
    select p.credentials, p.version from providers p where p.workspace_id = ${scope.id} and p.id = ${providerId}`;
  return rows[0];
}

/** With its sealed credentials, held until the transaction ends. */
export async function lockProvider(
  tx: WorkspaceScope,
  providerId: string,
): Promise<(ProviderRow & { credentials: string }) | undefined> {
  const rows = await tx.sql<ProviderRow & { credentials: string }>`
    select ${providerColumns(tx)}, p.credentials from providers p
    where p.workspace_id = ${tx.id} and p.id = ${providerId} for update`;
  return rows[0];
}

/**
 * Holds the providers of a channel until the transaction ends, so that two switches cannot cross. Row locks alone
 * would not show the second one what the first has added: whoever comes later waits before it reads.
 */
export async function lockProvidersOfChannel(tx: WorkspaceScope, channel: Channel): Promise<ProviderRow[]> {
  await tx.sql`select pg_advisory_xact_lock(hashtextextended(${`providers ${tx.id} ${channel}`}, 0))`;
  return tx.sql<ProviderRow>`
    select ${providerColumns(tx)} from providers p
    where p.workspace_id = ${tx.id} and p.channel = ${channel} and p.archived_at is null
    order by p.id for update`;
}

/** Whether a run that has not ended sends through it. */
export async function hasOpenRuns(scope: WorkspaceScope, providerId: string): Promise<boolean> {
  const rows = await scope.sql`
    select 1 from runs r where r.workspace_id = ${scope.id} and r.provider_id = ${providerId} and r.ended_at is null
    limit 1`;
  return rows.length > 0;
}
