import { engineActs } from "@/inngest/engine/intervene";
import { cancelWorkflowRunContract } from "@/lib/contracts/workflows";
import { cancelWorkflowRun } from "@/lib/domain/workflows/cancel-workflow-run";
import { route } from "@/lib/platform/http/route";

export const POST = route(cancelWorkflowRunContract, ({ ctx, params }) =>
  cancelWorkflowRun(ctx, params, engineActs),
);
