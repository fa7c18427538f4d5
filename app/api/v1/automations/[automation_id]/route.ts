import {
  deleteAutomationContract,
  getAutomationContract,
  updateAutomationContract,
} from "@/lib/contracts/automations/automations";
import { deleteAutomation } from "@/lib/domain/automations/delete-automation";
import { getAutomation } from "@/lib/domain/automations/get-automation";
import { updateAutomation } from "@/lib/domain/automations/update-automation";
import { route } from "@/lib/platform/http/route";

export const GET = route(getAutomationContract, ({ ctx, params }) => getAutomation(ctx, params));
export const PATCH = route(updateAutomationContract, ({ ctx, params, body }) =>
  updateAutomation(ctx, { ...params, ...body }),
);
export const DELETE = route(deleteAutomationContract, ({ ctx, params }) => deleteAutomation(ctx, params));
