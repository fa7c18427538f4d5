import { cursorOf } from "@/db/keyset";
import {
  countRedemptions,
  findRedemption,
  ledgerOrders,
  listRedemptions as listRedemptionRows,
} from "@/db/queries/coupons/ledger/list-redemptions";
import { listRefusals as listRefusalRows } from "@/db/queries/coupons/ledger/list-refusals";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";
import { type ListInput, type Page, parsePage, parseSort, toPage } from "@/lib/platform/paging";
import type { RedemptionStatus } from "../redemptions/redemption";
import { type LedgerInput, toLedgerFilter } from "./ledger-input";
import {
  type ListedRedemption,
  type ListedRefusal,
  toListedRedemption,
  toListedRefusal,
  toRedemptionDetail,
} from "./listed-redemption";

type Sorted = ListInput & { sort?: string | undefined };

type RedemptionsInput = Sorted & LedgerInput & { status?: readonly RedemptionStatus[] | undefined };

const sorts = ["-created_at", "created_at"] as const;

/** The ledger, the newest first. It is counted where it is paged by number, and not where a cursor walks it. */
export async function listRedemptions(
  ctx: WorkspaceContext,
  { status, ...input }: RedemptionsInput,
): Promise<Page<ListedRedemption>> {
  ctx.require("coupons.read");
  const sort = parseSort(input.sort, sorts);
  const page = parsePage(input);
  const filter = { ...(await toLedgerFilter(ctx, input)), status };
  const [rows, total] = await Promise.all([
    listRedemptionRows(ctx.scope, filter, sort, page),
    input.page === undefined ? null : countRedemptions(ctx.scope, filter),
  ]);
  const listed = rows.map((row) => toListedRedemption(ctx, row));
  return toPage(listed, page.limit, (row) => cursorOf(ledgerOrders[sort], row), total);
}

export async function getRedemption(ctx: WorkspaceContext, { redemptionId }: { redemptionId: string }) {
  ctx.require("coupons.read");
  const row = await findRedemption(ctx.scope, redemptionId);
  if (!row) throw notFound();
  return toRedemptionDetail(ctx, row);
}

type RefusalsInput = Sorted &
  LedgerInput & { reason?: readonly string[] | undefined; act?: readonly string[] | undefined };

/** What was refused and why, the newest first. */
export async function listRefusals(
  ctx: WorkspaceContext,
  { reason, act, ...input }: RefusalsInput,
): Promise<Page<ListedRefusal>> {
  ctx.require("coupons.read");
  const sort = parseSort(input.sort, sorts);
  const page = parsePage(input);
  const filter = { ...(await toLedgerFilter(ctx, input)), reason, act };
  const rows = await listRefusalRows(ctx.scope, filter, sort, page);
  const listed = rows.map((row) => toListedRefusal(ctx, row));
  return toPage(listed, page.limit, (row) => cursorOf(ledgerOrders[sort], row), null);
}
