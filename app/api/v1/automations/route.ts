import { createAutomationContract, listAutomationsContract } from "@/lib/contracts/automations/automations";
import { createAutomation } from "@/lib/domain/automations/create-automation";
import { listAutomations } from "@/lib/domain/automations/list-automations";
import { route } from "@/lib/platform/http/route";

export const GET = route(listAutomationsContract, ({ ctx, query }) => listAutomations(ctx, query));
export const POST = route(createAutomationContract, ({ ctx, body }) => createAutomation(ctx, body));
