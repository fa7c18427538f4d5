import { listActiveChannels } from "@/db/queries/automations/active-channels";
import { withinMillis } from "@/lib/domain/content/liquid/render-deadline";
import { findCouponProblems } from "@/lib/domain/coupons/allocation/find-coupon-problems";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import type { Definition } from "./definition";
import type { DefinitionProblem } from "./definition-problem";
import { findDefinitionProblems } from "./find-definition-problems";

/** All steps together: while their texts are rendered nobody else is answered. */
const checkMillisMax = 2_000;

/** The problems of a definition in a workspace, whose providers matter too. */
export async function problemsOf(
  ctx: WorkspaceContext,
  definition: Definition,
): Promise<DefinitionProblem[]> {
  const channels = new Set(await listActiveChannels(ctx.scope));
  const problems = withinMillis(checkMillisMax, () => findDefinitionProblems(definition, channels));
  return [...problems, ...(await couponProblemsOf(ctx, definition))];
}

/** How many people will come by is not known, so that a stock is never too small for it. */
async function couponProblemsOf(ctx: WorkspaceContext, { steps }: Definition): Promise<DefinitionProblem[]> {
  const problems: DefinitionProblem[] = [];
  for (const [index, step] of steps.entries()) {
    if (step.kind !== "message") continue;
    const { id: stepId, contents, couponBatchId = null, couponHoldoutPercent = 0 } = step;
    const found = await findCouponProblems(
      ctx.scope,
      { contents, couponBatchId, couponHoldoutPercent },
      ctx.now(),
    );
    for (const { severity, code, field, detail } of found)
      problems.push({
        severity,
        code,
        pointer: `definition.steps.${index}.${field}`,
        stepId,
        channel: null,
        content: null,
        detail,
      });
  }
  return problems;
}
