import type { WorkspaceScope } from "@/db/scope";

export type SetupProgress = {
  hasProvider: boolean;
  hasContacts: boolean;
  hasTest: boolean;
  hasCampaign: boolean;
  hasTeammate: boolean;
};

/** What a new workspace has done so far; each question stops at its first row. */
export async function findSetupProgress(scope: WorkspaceScope): Promise<SetupProgress> {
  const [progress] = await scope.sql<SetupProgress>`
    select
      exists (select 1 from providers where workspace_id = ${scope.id} and status = 'active' and archived_at is null
        and kind <> 'sandbox') as has_provider,
      exists (select 1 from contacts where workspace_id = ${scope.id}) as has_contacts,
      exists (select 1 from runs where workspace_id = ${scope.id} and campaign_id is not null and kind = 'test')
        or exists (select 1 from campaigns c cross join lateral (
          select 1 from audit_log where workspace_id = ${scope.id} and target_id = c.id::text
            and action = 'campaign.address_tested' limit 1) a
          where c.workspace_id = ${scope.id}) as has_test,
      exists (select 1 from campaigns where workspace_id = ${scope.id} and status in ('scheduled', 'sending', 'paused', 'sent')
        and automation_id is null)
        as has_campaign,
      (select count(*) > 1 from members where workspace_id = ${scope.id})
        or exists (select 1 from invites where workspace_id = ${scope.id} and revoked_at is null) as has_teammate`;
  if (!progress) throw new Error("A row of answers is always given.");
  return progress;
}
