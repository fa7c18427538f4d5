import type { WorkspaceScope } from "@/db/scope";
import type { SendingRules } from "@/lib/domain/timing/sending-rules";

export type SendingWorkspace = {
  id: string;
  name: string;
  locale: string;
  timeZone: string;
  consentMode: "opt_out" | "opt_in";
  isStopped: boolean;
  sendingRules: SendingRules;
};

/** What a sender must know of the workspace it sends for. */
export async function findSendingWorkspace(scope: WorkspaceScope): Promise<SendingWorkspace | undefined> {
  const rows = await scope.sql<SendingWorkspace>`
    select id, name, locale, time_zone, consent_mode, sending_stopped_at is not null as is_stopped, sending_rules
    from workspaces where id = ${scope.id} and deleted_at is null`;
  return rows[0];
}
