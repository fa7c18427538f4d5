import { countRedemptions, type RedemptionFilter } from "@/db/queries/coupons/ledger/list-redemptions";
import { type Job, loadJob } from "@/lib/domain/jobs/get-job";
import { startJob } from "@/lib/domain/jobs/start-job";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import type { Delimiter, FormulaMode } from "@/lib/platform/csv/csv-dialect";
import { newId } from "@/lib/platform/ids";
import type { RedemptionStatus } from "../../redemptions/redemption";
import { type LedgerInput, toLedgerFilter } from "../ledger-input";

export type RedemptionExportParams = {
  filter: RedemptionFilter;
  delimiter: Delimiter;
  formulas: FormulaMode;
};

type Input = {
  filter: LedgerInput & { status?: readonly RedemptionStatus[] | undefined };
  delimiter?: Delimiter | undefined;
  formulas?: FormulaMode | undefined;
};

/** Writes the redemptions that match to a file, in the background. */
export async function createRedemptionExport(ctx: WorkspaceContext, input: Input): Promise<Job> {
  ctx.require("coupons.export");
  const { delimiter = ",", formulas = "guarded" } = input;
  const filter = { ...(await toLedgerFilter(ctx, input.filter)), status: input.filter.status };
  const jobId = newId();
  const total = await countRedemptions(ctx.scope, filter);
  const params: RedemptionExportParams = { filter, delimiter, formulas };
  await ctx.transaction((tx) =>
    startJob(tx, { id: jobId, kind: "redemption_export", title: "", total, params }),
  );
  return loadJob(ctx, jobId);
}
