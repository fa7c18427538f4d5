import { freezeRange } from "@/db/queries/runs/freeze-run";
import { findRun } from "@/db/queries/runs/runs";
import { everyone } from "@/lib/domain/audience/audience-filter";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";

const rangeSize = 50_000;
const rangesPerCall = 10;

/** Freezes the next part of the audience. `isFrozen` when everybody is in, or the run no longer wants them. */
export async function freezeRun(
  ctx: WorkspaceContext,
  { runId }: { runId: string },
): Promise<{ isFrozen: boolean }> {
  ctx.require("campaigns.send");
  const run = await findRun(ctx.scope, runId);
  if (!run) throw notFound();
  if (run.status !== "freezing" || run.frozenAt) return { isFrozen: true };
  let cursor = run.freezeCursor;
  for (let range = 0; range < rangesPerCall; range += 1) {
    const from = cursor;
    const next = await ctx.scope.transaction((tx) =>
      freezeRange(tx, { runId, filter: run.audience ?? everyone, cursor: from, rangeSize }),
    );
    if (next === undefined) return { isFrozen: true };
    cursor = next;
  }
  return { isFrozen: false };
}
