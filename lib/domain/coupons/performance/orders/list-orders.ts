import {
  listOrders as listRows,
  type OrderFilter,
  type OrderRow,
} from "@/db/queries/coupons/performance/list-orders";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { invalidField } from "@/lib/platform/errors";
import { type ListInput, parsePage, toPage } from "@/lib/platform/paging";

export type OrderListInput = Omit<ListInput, "page" | "pageSize"> & OrderFilter;

export async function listOrders(ctx: WorkspaceContext, { limit, after, ...filter }: OrderListInput) {
  ctx.require("coupons.read");
  const page = parsePage({ limit, after }, 2);
  if (page.after && Number.isNaN(Date.parse(page.after[0] ?? "")))
    throw invalidField("after", "This is no cursor of this list. Use `next_cursor` of the previous page.");
  const rows = await listRows(ctx.scope, filter, page);
  return toPage(rows.map(toListed), page.limit, (row) => [row.orderedAt.toISOString(), row.eventId], null);
}

export type ListedOrder = ReturnType<typeof toListed>;

export function toListed(row: OrderRow) {
  const { contactId, externalId, firstName, lastName, redemptionId, offerId, offerName, ...order } = row;
  const { campaignId, campaignName, ...rest } = order;
  const isKnown = contactId !== null;
  return {
    ...rest,
    netMinor: row.totalMinor - row.refundedMinor,
    contact: isKnown
      ? { id: contactId, externalId, firstName: firstName ?? "", lastName: lastName ?? "" }
      : null,
    redemption: redemptionId && offerId ? { id: redemptionId, offerId, offerName: offerName ?? "" } : null,
    campaign: campaignId ? { id: campaignId, name: campaignName ?? "" } : null,
  };
}
