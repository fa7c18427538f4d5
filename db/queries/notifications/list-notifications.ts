import type { Fragment } from "@/db/client";
import type { WorkspaceScope } from "@/db/scope";
import type { Channel } from "@/lib/domain/channels/channel";
import type { NotificationStatus } from "@/lib/domain/runs/run";
import { notificationColumns, notificationSources } from "./notification-columns";
import type { NotificationRow } from "./notification-row";
import { peopleOfStatus } from "./people-of-status";

export type NotificationListFilter = {
  /** Only these runs. */
  runIds?: readonly string[] | undefined;
  contactIds?: readonly string[] | undefined;
  channel?: readonly Channel[] | undefined;
  status?: readonly NotificationStatus[] | undefined;
  /** Bounds of the run id: at or after, before. */
  fromRunId?: string | undefined;
  beforeRunId?: string | undefined;
};

/** The last notification of the page before. */
export type NotificationCursor = { runId: string; contactId: string };

/**
 * Newest run first, inside a run by descending contact id: the order of the primary key, so that a page costs the
 * same anywhere in a run of any size.
 */
export async function listNotifications(
  scope: WorkspaceScope,
  filter: NotificationListFilter,
  after: NotificationCursor | undefined,
  limit: number,
): Promise<NotificationRow[]> {
  const request = { filter, after, limit };
  const branches = (filter.status ?? ["any" as const]).map(
    (status): Fragment => scope.fragment`(${peopleOfStatus(scope, request, status)})`,
  );
  const people = branches.reduce((so, branch) => scope.fragment`${so} union all ${branch}`);
  return scope.sql<NotificationRow>`
    with keys as materialized (
      select run_id, contact_id from (${people}) p order by run_id desc, contact_id desc limit ${limit})
    select ${notificationColumns(scope)} from ${notificationSources(scope)}
    order by k.run_id desc, k.contact_id desc`;
}

/** Runs of a campaign, tests among them. */
export async function listRunIdsOfCampaign(scope: WorkspaceScope, campaignId: string): Promise<string[]> {
  const rows = await scope.sql<{ id: string }>`
    select id from runs where workspace_id = ${scope.id} and campaign_id = ${campaignId}`;
  return rows.map((row) => row.id);
}
