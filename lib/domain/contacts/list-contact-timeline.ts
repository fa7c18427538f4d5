import { cursorOf } from "@/db/keyset";
import { findContact } from "@/db/queries/contacts/find-contact";
import { listContactTimeline as listRows, timelineOrder } from "@/db/queries/contacts/list-contact-timeline";
import { notificationStatusOf } from "@/lib/domain/notifications/notification";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";
import { type ListInput, parsePage, toPage } from "@/lib/platform/paging";

/** Every notification meant for a contact: what became of it on each endpoint, or why it was held back. */
export async function listContactTimeline(
  ctx: WorkspaceContext,
  { contactId, ...list }: ListInput & { contactId: string },
) {
  ctx.require("contacts.read");
  if (!(await findContact(ctx.scope, contactId))) throw notFound();
  const page = parsePage(list, timelineOrder.keys.length);
  const rows = await listRows(ctx.scope, contactId, page);
  const entries = rows.map(({ runId, runStatus, deliveries, ...row }) => ({
    ...row,
    status: notificationStatusOf({
      runStatus,
      isSkipped: row.skipReason !== null,
      deliveries: deliveries.map(({ status }) => status),
    }),
    runId,
    notification: { runId, contactId },
    deliveries: deliveries.map((delivery) => ({ ...delivery, sentAt: new Date(delivery.sentAt) })),
  }));
  return toPage(entries, page.limit, (row) => cursorOf(timelineOrder, row), null);
}
