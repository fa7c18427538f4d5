import { type Order, pageOf } from "@/db/keyset";
import { matchesFolded } from "@/db/matches-folded";
import type { JobRow } from "@/db/queries/jobs/job-row";
import type { WorkspaceScope } from "@/db/scope";
import type { PageRequest } from "@/lib/platform/paging";
import type { BatchRow } from "./batch-row";

export type BatchListRow = Omit<BatchRow, "secret"> & {
  offerName: string;
  /** Live redemptions. */
  used: number;
  jobStatus: JobRow["status"] | null;
  jobDone: number;
  jobFailed: number;
  jobTotal: number | null;
  jobActiveMillis: number;
  /** For cursors. */
  quantityKey: string;
};

export type BatchListFilter = {
  q?: string | undefined;
  status?: string[] | undefined;
  source?: string[] | undefined;
  offerId?: string | undefined;
};

export const batchSorts = ["-created_at", "created_at", "name", "-name", "quantity", "-quantity"] as const;

export type BatchSort = (typeof batchSorts)[number];

const byId = ["b.id", "id"] as const;

export const batchOrders: Record<BatchSort, Order<"id" | "name" | "quantityKey">> = {
  "-created_at": { direction: "desc", keys: [byId] },
  created_at: { direction: "asc", keys: [byId] },
  name: { direction: "asc", keys: [["b.name", "name"], byId] },
  "-name": { direction: "desc", keys: [["b.name", "name"], byId] },
  quantity: { direction: "asc", keys: [["quantity_key", "quantityKey"], byId] },
  "-quantity": { direction: "desc", keys: [["quantity_key", "quantityKey"], byId] },
};

const columns = (scope: WorkspaceScope) => scope.fragment`
  select b.id, b.workspace_id, b.offer_id, b.batch_code, b.name, b.source, b.status, b.design, b.quantity, b.generated,
    b.allocated, b.job_id, b.error_detail, b.receipt, b.honeytokens, b.is_disabled, b.created_by, b.started_at,
    b.ended_at, b.created_at, b.updated_at, b.quantity_key, o.name as offer_name,
    (select count(*)::int from coupon_redemptions r
      where r.workspace_id = b.workspace_id and r.batch_id = b.id and r.status in ('held', 'redeemed')) as used,
    j.status as job_status, coalesce(j.done, 0) as job_done, coalesce(j.failed, 0) as job_failed, j.total as job_total,
    coalesce(j.active_millis, 0) as job_active_millis
  from (select *, lpad(quantity::text, 10, '0') as quantity_key from coupon_batches) b
  join offers o on o.workspace_id = b.workspace_id and o.id = b.offer_id
  left join jobs j on j.workspace_id = b.workspace_id and j.id = b.job_id`;

export async function listBatches(
  scope: WorkspaceScope,
  filter: BatchListFilter,
  { sort, ...page }: PageRequest & { sort: BatchSort },
): Promise<BatchListRow[]> {
  return scope.sql<BatchListRow>`
    ${columns(scope)}
    where b.workspace_id = ${scope.id} and ${conditions(scope, filter)} ${pageOf(scope, batchOrders[sort], page)}`;
}

export async function countBatches(scope: WorkspaceScope, filter: BatchListFilter): Promise<number> {
  const [row] = await scope.sql<{ count: number }>`
    select count(*)::int as count from coupon_batches b
    where b.workspace_id = ${scope.id} and ${conditions(scope, filter)}`;
  return row?.count ?? 0;
}

function conditions(scope: WorkspaceScope, { q, status, source, offerId }: BatchListFilter) {
  return scope.all([
    q && matchesFolded(scope, ["b.name", "b.batch_code"], q),
    status && scope.fragment`b.status = any(${status})`,
    source && scope.fragment`b.source = any(${source})`,
    offerId && scope.fragment`b.offer_id = ${offerId}`,
  ]);
}

export async function findBatch(scope: WorkspaceScope, batchId: string): Promise<BatchListRow | undefined> {
  const rows = await scope.sql<BatchListRow>`
    ${columns(scope)} where b.workspace_id = ${scope.id} and b.id = ${batchId}`;
  return rows[0];
}

/** Codes of the workspace, by what its batches say of themselves. */
export async function countExistingCodes(scope: WorkspaceScope): Promise<number> {
  const [row] = await scope.sql<{ count: number }>`
    select coalesce(sum(generated), 0)::float8 as count from coupon_batches where workspace_id = ${scope.id}`;
  return row?.count ?? 0;
}

/** The offer a batch is made for, whatever its state. */
export async function findOfferOfBatch(
  scope: WorkspaceScope,
  offerId: string,
): Promise<{ id: string; name: string; state: string } | undefined> {
  const rows = await scope.sql<{ id: string; name: string; state: string }>`
    select id, name, state from offers where workspace_id = ${scope.id} and id = ${offerId}`;
  return rows[0];
}
