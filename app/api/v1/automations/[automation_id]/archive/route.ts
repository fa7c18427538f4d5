import { archiveAutomationContract } from "@/lib/contracts/automations/automations";
import { archiveAutomation } from "@/lib/domain/automations/archive-automation";
import { route } from "@/lib/platform/http/route";

export const POST = route(archiveAutomationContract, ({ ctx, params }) => archiveAutomation(ctx, params));
