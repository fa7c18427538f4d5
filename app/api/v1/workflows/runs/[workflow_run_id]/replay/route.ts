import { engineActs } from "@/inngest/engine/intervene";
import { replayWorkflowRunContract } from "@/lib/contracts/workflows";
import { replayWorkflowRun } from "@/lib/domain/workflows/replay-workflow-run";
import { route } from "@/lib/platform/http/route";

export const POST = route(replayWorkflowRunContract, ({ ctx, params }) =>
  replayWorkflowRun(ctx, params, engineActs),
);
