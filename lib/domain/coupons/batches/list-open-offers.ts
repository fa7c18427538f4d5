import { listOpenOffers as listOpenOfferRows } from "@/db/queries/coupons/batches/list-batches";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";

/** The offers that codes can be made for, newest first, for the forms of batches. */
export async function listOpenOffers(ctx: WorkspaceContext): Promise<{ id: string; name: string }[]> {
  ctx.require("coupons.read");
  return listOpenOfferRows(ctx.scope);
}
