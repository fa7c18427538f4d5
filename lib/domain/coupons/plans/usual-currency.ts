import { findUsualCurrency } from "@/db/queries/coupons/plans/usual-currency";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";

/** What new plans and offers begin with: the money of the workspace; that of the language while it has none. */
export async function usualCurrency(ctx: WorkspaceContext, locale: string): Promise<string> {
  ctx.require("coupons.read");
  return (await findUsualCurrency(ctx.scope)) ?? (locale === "tr" ? "TRY" : "USD");
}
