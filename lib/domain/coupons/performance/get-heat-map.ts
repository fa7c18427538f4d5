import { listHeatCells } from "@/db/queries/coupons/performance/sum-performance";
import { findWorkspace } from "@/db/queries/workspaces";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";
import type { PerformanceFilter } from "./grouping";
import { type PeriodInput, performancePeriod } from "./performance-period";

/** When people redeem, by weekday and hour of the workspace's clock; cells without anything are left out. */
export async function getHeatMap(
  ctx: WorkspaceContext,
  { range, from, to, ...filter }: Omit<PeriodInput, "bucket"> & PerformanceFilter,
) {
  ctx.require("coupons.read");
  const workspace = await findWorkspace(ctx.scope);
  if (!workspace) throw notFound();
  const { timeZone } = workspace;
  const period = performancePeriod({ range, from, to, bucket: "day" }, timeZone, ctx.now());
  const cells = await listHeatCells(ctx.scope, period, filter);
  return { from: period.from, to: period.to, timeZone, cells };
}

export type HeatMap = Awaited<ReturnType<typeof getHeatMap>>;
