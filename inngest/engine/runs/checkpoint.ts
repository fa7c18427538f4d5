import { findUnsupported, finishedSteps } from "../protocol/answer";
import type { Op } from "../protocol/op";
import type { EngineContext } from "./engine-context";
import type { Execution } from "./execution";
import { restoreTries } from "./keep-step";
import { persist } from "./persist";

/** Saves what the SDK reports in the middle of a request; `stale` makes it stop after the step. */
export async function checkpoint(
  context: EngineContext,
  execution: Execution,
  reported: readonly Op[],
): Promise<"saved" | "stale"> {
  const steps = finishedSteps(reported);
  const batch = { lease: execution.lease, runId: execution.job.runId, steps: execution.rowsOf(steps) };
  const result = await persist(() => context.commits.steps.add(batch), context.timings.leaseMillis);
  if (result !== "live") execution.state = "lost";
  if (execution.state !== "held") return "stale";
  execution.remember(steps);
  await restoreTries(context, execution);
  execution.unsupported = reported.map(findUnsupported).find((feature) => feature !== undefined);
  if (execution.unsupported !== undefined) return "stale";
  if (context.isStopping() || execution.isOverdue) execution.state = "yielded";
  return execution.state === "held" ? "saved" : "stale";
}
