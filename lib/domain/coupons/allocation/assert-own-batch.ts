import { listStock } from "@/db/queries/coupons/allocation/coupon-stock";
import type { WorkspaceScope } from "@/db/scope";
import { notFound } from "@/lib/platform/errors";

/** Whose codes a message names must be the workspace's own. */
export async function assertOwnBatches(
  scope: WorkspaceScope,
  batchIds: readonly (string | null | undefined)[],
): Promise<void> {
  const named = [...new Set(batchIds.filter((id) => id !== null && id !== undefined))];
  if (named.length === 0) return;
  const found = await listStock(scope, { batchIds: named, limit: named.length });
  if (found.length < named.length) throw notFound();
}
