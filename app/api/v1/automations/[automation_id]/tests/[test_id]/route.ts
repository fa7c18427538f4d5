import {
  deleteAutomationTestContract,
  updateAutomationTestContract,
} from "@/lib/contracts/automations/automation-tests";
import { deleteTest, replaceTest } from "@/lib/domain/automations/tests/keep-tests";
import { route } from "@/lib/platform/http/route";

export const PUT = route(updateAutomationTestContract, ({ ctx, params, body }) =>
  replaceTest(ctx, { ...params, ...body }),
);
export const DELETE = route(deleteAutomationTestContract, ({ ctx, params }) => deleteTest(ctx, params));
