import { testAutomationContract } from "@/lib/contracts/automations/enrolments";
import { testAutomation } from "@/lib/domain/automations/people/test-automation";
import { route } from "@/lib/platform/http/route";

export const POST = route(testAutomationContract, ({ ctx, params, body }) =>
  testAutomation(ctx, { ...params, ...body }),
);
