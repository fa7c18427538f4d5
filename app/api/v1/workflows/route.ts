import { listWorkflowsContract } from "@/lib/contracts/workflows";
import { listWorkflows } from "@/lib/domain/workflows/list-workflows";
import { route } from "@/lib/platform/http/route";

export const GET = route(listWorkflowsContract, async ({ ctx }) => ({
  object: "list" as const,
  ...(await listWorkflows(ctx)),
}));
