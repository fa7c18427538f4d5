import { contactOrders, listContacts } from "@/db/queries/contacts/list-contacts";
import {
  listNotifications as listNotificationRows,
  listRunIdsOfCampaign,
  type NotificationCursor,
} from "@/db/queries/notifications/list-notifications";
import type { NotificationRow } from "@/db/queries/notifications/notification-row";
import { findRunTotals } from "@/db/queries/runs/run-totals";
import type { Channel } from "@/lib/domain/channels/channel";
import type { NotificationStatus } from "@/lib/domain/runs/run";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { invalidField } from "@/lib/platform/errors";
import { firstIdAt } from "@/lib/platform/ids";
import { type Page, parsePage, toPage } from "@/lib/platform/paging";
import { isUuid } from "@/lib/platform/uuid";
import { notificationStatusOf } from "./notification";

export type NotificationListInput = {
  limit?: number | undefined;
  after?: string | undefined;
  q?: string | undefined;
  runId?: string | undefined;
  campaignId?: string | undefined;
  contactId?: string | undefined;
  channel?: Channel[] | undefined;
  status?: NotificationStatus[] | undefined;
  since?: Date | undefined;
  until?: Date | undefined;
};

const contactsFoundMax = 20;

export async function listNotifications(ctx: WorkspaceContext, input: NotificationListInput) {
  ctx.require("notifications.read");
  const page = parsePage(input, 2);
  const [runIds, contactIds] = await Promise.all([resolveRuns(ctx, input), resolveContacts(ctx, input)]);
  const filter = {
    runIds,
    contactIds,
    channel: input.channel,
    status: input.status && [...new Set(input.status)],
    fromRunId: input.since && firstIdAt(input.since),
    beforeRunId: input.until && firstIdAt(input.until),
  };
  const isNobody = runIds?.length === 0 || contactIds?.length === 0;
  const [rows, total] = await Promise.all([
    isNobody ? [] : listNotificationRows(ctx.scope, filter, parseCursor(page.after), page.limit + 1),
    countOfRun(ctx, input),
  ]);
  return toListedPage(rows, page.limit, total);
}

function toListedPage(
  rows: NotificationRow[],
  limit: number,
  total: number | null,
): Page<ListedNotification> {
  return toPage(rows.map(toListed), limit, ({ id }) => [id.runId, id.contactId], total);
}

export type ListedNotification = ReturnType<typeof toListed>;

export function toListed(row: NotificationRow) {
  const {
    contactId,
    externalId,
    firstName,
    lastName,
    statuses,
    campaignId,
    campaignName,
    automationId,
    runStatus,
    ...rest
  } = row;
  const isKnown = firstName !== null && lastName !== null;
  return {
    ...rest,
    id: { runId: row.runId, contactId },
    status: notificationStatusOf({
      runStatus,
      isSkipped: row.skipReason !== null,
      deliveries: statuses ?? [],
    }),
    contactId,
    contact: isKnown ? { id: contactId, externalId, firstName, lastName } : null,
    campaign: campaignId && !automationId ? { id: campaignId, name: campaignName ?? "" } : null,
    automation: automationId ? { id: automationId, name: campaignName ?? "" } : null,
    attempts: row.attempts ?? 0,
    isRead: row.readAt !== null,
  };
}

async function resolveRuns(ctx: WorkspaceContext, { runId, campaignId }: NotificationListInput) {
  if (!campaignId) return runId ? [runId] : undefined;
  const ofCampaign = await listRunIdsOfCampaign(ctx.scope, campaignId);
  return runId ? ofCampaign.filter((id) => id === runId) : ofCampaign;
}

/** A search means people: those whose name, external id or address matches, up to a page of them. */
async function resolveContacts(ctx: WorkspaceContext, { q, contactId }: NotificationListInput) {
  if (!q) return contactId ? [contactId] : undefined;
  const found = await listContacts(ctx.scope, { q }, contactOrders["-created_at"], {
    limit: contactsFoundMax,
    offset: 0,
    after: undefined,
  });
  const ids = found.map((row) => row.id);
  return contactId ? ids.filter((id) => id === contactId) : ids;
}

/** Only a whole run is counted: its counters know, nothing has to be read. */
async function countOfRun(ctx: WorkspaceContext, input: NotificationListInput): Promise<number | null> {
  const { runId, campaignId, contactId, q, channel, status, since, until } = input;
  if (!runId || campaignId || contactId || q || channel || status || since || until) return null;
  return (await findRunTotals(ctx.scope, runId))?.audience ?? 0;
}

function parseCursor(after: string[] | undefined): NotificationCursor | undefined {
  if (!after) return undefined;
  const [runId = "", contactId = ""] = after;
  if (isUuid(runId) && isUuid(contactId)) return { runId, contactId };
  throw invalidField("after", "This cursor is not one of ours. Use `next_cursor` of the previous page.");
}
