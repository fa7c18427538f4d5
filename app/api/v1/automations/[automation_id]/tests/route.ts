import {
  createAutomationTestContract,
  listAutomationTestsContract,
} from "@/lib/contracts/automations/automation-tests";
import { createTest } from "@/lib/domain/automations/tests/create-test";
import { listTests } from "@/lib/domain/automations/tests/list-tests";
import { route } from "@/lib/platform/http/route";

export const GET = route(listAutomationTestsContract, ({ ctx, params }) => listTests(ctx, params));
export const POST = route(createAutomationTestContract, ({ ctx, params, body }) =>
  createTest(ctx, { ...params, ...body }),
);
