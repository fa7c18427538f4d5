import { publishAutomationContract } from "@/lib/contracts/automations/automations";
import { publishAutomation } from "@/lib/domain/automations/publish-automation";
import { route } from "@/lib/platform/http/route";

export const POST = route(publishAutomationContract, ({ ctx, params, body }) =>
  publishAutomation(ctx, { ...params, ...body }),
);
