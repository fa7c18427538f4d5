import { lockPlans, setPositions } from "@/db/queries/coupons/plans/plans";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";

/** Those that are named come first, in this order; the others follow as they were. */
export async function orderPlans(ctx: WorkspaceContext, { planIds }: { planIds: string[] }): Promise<void> {
  ctx.require("coupons.write");
  await ctx.transaction(async (tx) => {
    const known = (await lockPlans(tx.scope)).map(({ id }) => id);
    if (planIds.some((id) => !known.includes(id))) throw notFound();
    const order = [...new Set([...planIds, ...known])];
    await setPositions(tx.scope, order);
    await tx.audit(
      "plan.reordered",
      { kind: "plan", id: planIds[0] ?? tx.workspaceId },
      { after: { order: planIds } },
    );
  });
}
