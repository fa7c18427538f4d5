import type { WorkspaceScope } from "@/db/scope";
import type { SendingRules } from "@/lib/domain/timing/sending-rules";
import type { WorkspaceRow } from "./system/member-workspaces";

export type WorkspaceChange = {
  name?: string | undefined;
  slug?: string | undefined;
  locale?: string | undefined;
  timeZone?: string | undefined;
  consentMode?: string | undefined;
  sendingStoppedAt?: Date | null | undefined;
  sendingRules?: SendingRules | undefined;
};

/** The workspace of the scope, about to exist. Nothing when the slug is taken. */
export async function insertWorkspace(
  tx: WorkspaceScope,
  workspace: {
    name: string;
    slug: string;
    locale: string;
    timeZone: string;
    consentMode: string;
    sendingRules: SendingRules;
  },
): Promise<WorkspaceRow | undefined> {
  const rows = await tx.sql<WorkspaceRow>`
    insert into workspaces (id, slug, name, locale, time_zone, consent_mode, sending_rules)
    values (${tx.id}, ${workspace.slug}, ${workspace.name}, ${workspace.locale}, ${workspace.timeZone},
      ${workspace.consentMode}, ${tx.json(workspace.sendingRules)})
    on conflict (slug) do nothing returning *`;
  return rows[0];
}

export async function findWorkspace(scope: WorkspaceScope): Promise<WorkspaceRow | undefined> {
  const rows =
    await scope.sql<WorkspaceRow>`select * from workspaces where id = ${scope.id} and deleted_at is null`;
  return rows[0];
}

/** One change of a workspace or its members at a time; sending and other work go on. */
export async function lockWorkspace(tx: WorkspaceScope): Promise<WorkspaceRow | undefined> {
  const rows = await tx.sql<WorkspaceRow>`
    select * from workspaces where id = ${tx.id} and deleted_at is null for no key update`;
  return rows[0];
}

export async function updateWorkspace(
  tx: WorkspaceScope,
  change: WorkspaceChange,
): Promise<WorkspaceRow | undefined> {
  const isStopChanged = change.sendingStoppedAt !== undefined;
  const rows = await tx.sql<WorkspaceRow>`
    update workspaces set
      name = coalesce(${change.name ?? null}, name), slug = coalesce(${change.slug ?? null}, slug),
      locale = coalesce(${change.locale ?? null}, locale), time_zone = coalesce(${change.timeZone ?? null}, time_zone),
      consent_mode = coalesce(${change.consentMode ?? null}, consent_mode),
      sending_stopped_at = case when ${isStopChanged} then ${change.sendingStoppedAt ?? null}::timestamptz
        else sending_stopped_at end,
      sending_rules = coalesce(${change.sendingRules ? tx.json(change.sendingRules) : null}::jsonb, sending_rules),
      updated_at = now()
    where id = ${tx.id} returning *`;
  return rows[0];
}

export async function insertFormerSlug(tx: WorkspaceScope, slug: string): Promise<void> {
  await tx.sql`
    insert into former_slugs (workspace_id, slug) values (${tx.id}, ${slug})
    on conflict (workspace_id, slug) do update set created_at = now()`;
}

/** Closes the workspace to everybody at once and frees its slug: no slug looks like an id. */
export async function closeWorkspace(tx: WorkspaceScope): Promise<void> {
  await tx.sql`
    with no_members as (delete from members where workspace_id = ${tx.id}),
      no_keys as (delete from api_keys where workspace_id = ${tx.id}),
      no_invites as (delete from invites where workspace_id = ${tx.id}),
      no_former_slugs as (delete from former_slugs where workspace_id = ${tx.id})
    update workspaces set deleted_at = now(), sending_stopped_at = coalesce(sending_stopped_at, now()), slug = id::text
    where id = ${tx.id}`;
}
