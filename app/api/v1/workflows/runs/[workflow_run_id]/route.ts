import { getWorkflowRunContract } from "@/lib/contracts/workflows";
import { getWorkflowRun } from "@/lib/domain/workflows/get-workflow-run";
import { route } from "@/lib/platform/http/route";

export const GET = route(getWorkflowRunContract, ({ ctx, params }) => getWorkflowRun(ctx, params));
