import { cursorOf } from "@/db/keyset";
import {
  countOffers,
  listOffers as listRows,
  type OfferListFilter,
  offerOrders,
  offerSorts,
} from "@/db/queries/coupons/offers/list-offers";
import type { OfferWithFigures } from "@/db/queries/coupons/offers/offers";
import { foldCode } from "@/lib/domain/coupons/codes/fold-code";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { type ListInput, type Page, parsePage, parseSort, toPage } from "@/lib/platform/paging";

type Input = ListInput & Omit<OfferListFilter, "codeKey"> & { sort?: string | undefined };

/** A search finds names and campaigns, and the offer of a code that is typed whole. */
export async function listOffers(
  ctx: WorkspaceContext,
  { q, state, kind, goal, planId, ...input }: Input,
): Promise<Page<OfferWithFigures>> {
  ctx.require("coupons.read");
  const order = offerOrders[parseSort(input.sort, offerSorts)];
  const page = parsePage(input, order.keys.length);
  const filter = { q, state, kind, goal, planId, codeKey: q ? foldCode(q) : undefined };
  const now = ctx.now();
  const [rows, total] = await Promise.all([
    listRows(ctx.scope, filter, { now, order, page }),
    countOffers(ctx.scope, filter, now),
  ]);
  return toPage(rows, page.limit, (row) => cursorOf(order, row), total);
}
