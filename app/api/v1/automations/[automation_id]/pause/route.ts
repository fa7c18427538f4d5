import { pauseAutomationContract } from "@/lib/contracts/automations/automations";
import { pauseAutomation } from "@/lib/domain/automations/pause-automation";
import { route } from "@/lib/platform/http/route";

export const POST = route(pauseAutomationContract, ({ ctx, params }) => pauseAutomation(ctx, params));
