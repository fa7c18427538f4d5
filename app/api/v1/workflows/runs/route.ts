import { listWorkflowRunsContract } from "@/lib/contracts/workflows";
import { listWorkflowRuns } from "@/lib/domain/workflows/list-workflow-runs";
import { route } from "@/lib/platform/http/route";

export const GET = route(listWorkflowRunsContract, ({ ctx, query }) => listWorkflowRuns(ctx, query));
