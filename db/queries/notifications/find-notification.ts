import type { WorkspaceScope } from "@/db/scope";
import type { Channel } from "@/lib/domain/channels/channel";
import type { Platform } from "@/lib/domain/contacts/contact";
import type { Content } from "@/lib/domain/content/content";
import type { ProviderKind } from "@/lib/domain/providers/provider";
import type { DeliveryStatus } from "@/lib/domain/runs/run";
import { notificationColumns, notificationSources } from "./notification-columns";
import type { NotificationRow } from "./notification-row";

export type NotificationDetailRow = NotificationRow & {
  skipInputs: Record<string, unknown> | null;
  skippedAt: Date | null;
  contactLocale: string | null;
  workspaceLocale: string;
  contents: Content[];
  expiresAt: Date | null;
  sendAt: Date;
  /** The person's latest word on this channel and category. */
  consent: { status: string; occurredAt: string } | null;
};

export async function findNotification(
  scope: WorkspaceScope,
  key: { runId: string; contactId: string },
): Promise<NotificationDetailRow | undefined> {
  const rows = await scope.sql<NotificationDetailRow>`
    with keys as materialized (select ${key.runId}::uuid as run_id, ${key.contactId}::uuid as contact_id)
    select ${notificationColumns(scope)}, s.inputs as skip_inputs, s.created_at as skipped_at,
      c.locale as contact_locale, r.contents, r.expires_at, r.send_at,
      (select w.locale from workspaces w where w.id = ${scope.id}) as workspace_locale,
      (select json_build_object('status', k.status, 'occurredAt', k.occurred_at) from consents k
        where k.workspace_id = ${scope.id} and k.contact_id = ${key.contactId} and k.channel = r.channel
          and k.category = r.category) as consent
    from ${notificationSources(scope)}`;
  return rows[0];
}

export type DeliveryRow = {
  subscriptionId: string;
  channel: Channel;
  status: DeliveryStatus;
  attempts: number;
  code: string | null;
  detail: string | null;
  providerMessageId: string | null;
  sentAt: Date;
  deliveredAt: Date | null;
  failedAt: Date | null;
  providerId: string;
  providerName: string | null;
  providerKind: ProviderKind | null;
  address: string | null;
  platform: Platform | null;
};

/** One row per endpoint; its address and provider are absent once they are deleted. */
export async function listDeliveriesOf(
  scope: WorkspaceScope,
  key: { runId: string; contactId: string },
): Promise<DeliveryRow[]> {
  return scope.sql<DeliveryRow>`
    select d.subscription_id, d.channel, d.status, d.attempts, d.code, d.detail, d.provider_message_id, d.sent_at,
      d.delivered_at, d.failed_at, d.provider_id, p.name as provider_name, p.kind as provider_kind, s.address, s.platform
    from deliveries d
    left join providers p on p.workspace_id = ${scope.id} and p.id = d.provider_id
    left join subscriptions s on s.workspace_id = ${scope.id} and s.id = d.subscription_id
    where d.workspace_id = ${scope.id} and d.run_id = ${key.runId} and d.contact_id = ${key.contactId}
    order by d.subscription_id`;
}
