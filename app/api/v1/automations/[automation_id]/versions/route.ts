import { listAutomationVersionsContract } from "@/lib/contracts/automations/automation-figures";
import { listVersions } from "@/lib/domain/automations/list-versions";
import { route } from "@/lib/platform/http/route";

export const GET = route(listAutomationVersionsContract, ({ ctx, params }) => listVersions(ctx, params));
