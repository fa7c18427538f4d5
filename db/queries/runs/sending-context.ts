import type { WorkspaceScope } from "@/db/scope";

export type SendingWorkspace = {
  id: string;
  name: string;
  locale: string;
  timeZone: string;
  consentMode: "opt_out" | "opt_in";
  isStopped: boolean;
};

/** What a sender must know of the workspace it sends for. */
export async function findSendingWorkspace(scope: WorkspaceScope): Promise<SendingWorkspace | undefined> {
  const rows = await scope.sql<SendingWorkspace>`
    select id, name, locale, time_zone, consent_mode, sending_stopped_at is not null as is_stopped
    from workspaces where id = ${scope.id} and deleted_at is null`;
  return rows[0];
}
