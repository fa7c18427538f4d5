import { resumeAutomationContract } from "@/lib/contracts/automations/automations";
import { resumeAutomation } from "@/lib/domain/automations/resume-automation";
import { route } from "@/lib/platform/http/route";

export const POST = route(resumeAutomationContract, ({ ctx, params }) => resumeAutomation(ctx, params));
