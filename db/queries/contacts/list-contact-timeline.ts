import { type Order, pageOf } from "@/db/keyset";
import type { WorkspaceScope } from "@/db/scope";
import type { Channel } from "@/lib/domain/channels/channel";
import type { DeliveryStatus, RunStatus } from "@/lib/domain/runs/run";
import type { PageRequest } from "@/lib/platform/paging";

export type TimelineDelivery = {
  channel: string;
  status: DeliveryStatus;
  code: string | null;
  detail: string | null;
  sentAt: string;
};

export type TimelineRow = {
  runId: string;
  contactId: string;
  campaignId: string | null;
  campaignName: string | null;
  automationId: string | null;
  runKind: string;
  channel: Channel;
  createdAt: Date;
  runStatus: RunStatus;
  skipReason: string | null;
  deliveries: TimelineDelivery[];
};

/** The newest first: run ids grow with time. */
export const timelineOrder: Order<"runId"> = { direction: "desc", keys: [["n.run_id", "runId"]] };

/** What was sent to a contact or held back. */
export async function listContactTimeline(
  scope: WorkspaceScope,
  contactId: string,
  page: PageRequest,
): Promise<TimelineRow[]> {
  return scope.sql<TimelineRow>`
    select n.run_id, n.contact_id, r.campaign_id, p.name as campaign_name, p.automation_id, r.kind as run_kind, r.channel,
      n.created_at, r.status as run_status, s.reason as skip_reason,
      coalesce((
        select jsonb_agg(jsonb_build_object('channel', d.channel, 'status', d.status, 'code', d.code,
          'detail', d.detail, 'sentAt', d.sent_at) order by d.sent_at)
        from deliveries d
        where d.workspace_id = n.workspace_id and d.run_id = n.run_id and d.contact_id = n.contact_id), '[]') as deliveries
    from notifications n
    join runs r on r.workspace_id = n.workspace_id and r.id = n.run_id
    left join campaigns p on p.workspace_id = r.workspace_id and p.id = r.campaign_id
    left join skips s on s.workspace_id = n.workspace_id and s.run_id = n.run_id and s.contact_id = n.contact_id
    where n.workspace_id = ${scope.id} and n.contact_id = ${contactId}
    ${pageOf(scope, timelineOrder, page)}`;
}
