import {
  deleteTemplateContract,
  getTemplateContract,
  updateTemplateContract,
} from "@/lib/contracts/templates";
import { deleteTemplate } from "@/lib/domain/templates/delete-template";
import { getTemplate } from "@/lib/domain/templates/get-template";
import { updateTemplate } from "@/lib/domain/templates/update-template";
import { translateWarnings } from "@/lib/platform/http/language/problem-language";
import { route } from "@/lib/platform/http/route";

export const GET = route(getTemplateContract, ({ ctx, params, query }) =>
  getTemplate(ctx, { ...params, ...query }),
);
export const PATCH = route(updateTemplateContract, async ({ ctx, params, body, request }) =>
  translateWarnings(await updateTemplate(ctx, { ...params, ...body }), request),
);
export const DELETE = route(deleteTemplateContract, ({ ctx, params }) => deleteTemplate(ctx, params));
