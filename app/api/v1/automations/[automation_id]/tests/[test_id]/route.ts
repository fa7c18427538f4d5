import {
  deleteAutomationTestContract,
  updateAutomationTestContract,
} from "@/lib/contracts/automations/automation-tests";
import { deleteTest } from "@/lib/domain/automations/tests/delete-test";
import { replaceTest } from "@/lib/domain/automations/tests/replace-test";
import { route } from "@/lib/platform/http/route";

export const PUT = route(updateAutomationTestContract, ({ ctx, params, body }) =>
  replaceTest(ctx, { ...params, ...body }),
);
export const DELETE = route(deleteAutomationTestContract, ({ ctx, params }) => deleteTest(ctx, params));
