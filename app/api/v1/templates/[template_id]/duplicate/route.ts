import { duplicateTemplateContract } from "@/lib/contracts/templates";
import { duplicateTemplate } from "@/lib/domain/templates/duplicate-template";
import { route } from "@/lib/platform/http/route";

export const POST = route(duplicateTemplateContract, ({ ctx, params, body }) =>
  duplicateTemplate(ctx, { ...params, ...body }),
);
