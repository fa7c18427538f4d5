import { findWorkspaceHours } from "@/db/queries/contacts/contact-hours";
import { reserveSlots } from "@/db/queries/runs/contact-slots";
import { freezeRange, type PlanRange } from "@/db/queries/runs/freeze-run";
import { findRun, type RunRow } from "@/db/queries/runs/runs";
import { everyone } from "@/lib/domain/audience/audience-filter";
import { isPerPerson } from "@/lib/domain/timing/run-timing";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";
import { planPeople } from "./timing/plan-people";
import { priorityOf } from "./timing/slot-priority";

const rangeSize = 50_000;
/** Planned one by one: small enough to be held in memory with what their clocks tell. */
const plannedRangeSize = 10_000;
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
  const plan = await planOf(ctx, run);
  let cursor = run.freezeCursor;
  for (let range = 0; range < rangesPerCall; range += 1) {
    const from = cursor;
    const next = await ctx.scope.transaction((tx) =>
      freezeRange(tx, {
        runId,
        filter: run.audience ?? everyone,
        cursor: from,
        rangeSize: plan ? plannedRangeSize : rangeSize,
        ...(plan ? { plan } : {}),
      }),
    );
    if (next === undefined) return { isFrozen: true };
    cursor = next;
  }
  return { isFrozen: false };
}

/** Present where people get it at different times: finds each one's wave, and keeps their places under the caps. */
async function planOf(ctx: WorkspaceContext, run: RunRow): Promise<PlanRange | undefined> {
  const { id: runId, timing, startedAt, priority } = run;
  if (!timing || !isPerPerson(timing)) return undefined;
  const everybody = timing.isBestTime ? await findWorkspaceHours(ctx.scope) : null;
  const openedAt = startedAt ?? ctx.now();
  return async (tx, people) => {
    const planned = planPeople({ runId, timing, openedAt, everybody }, people);
    if (timing.caps.length > 0) await reserveSlots(tx, { ...run, priority: priorityOf(priority) }, planned);
    return planned;
  };
}
