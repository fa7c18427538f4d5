import { createTemplateContract, listTemplatesContract } from "@/lib/contracts/templates";
import { createTemplate } from "@/lib/domain/templates/create-template";
import { listTemplates } from "@/lib/domain/templates/list-templates";
import { translateWarnings } from "@/lib/platform/http/language/problem-language";
import { route } from "@/lib/platform/http/route";

export const GET = route(listTemplatesContract, ({ ctx, query }) => listTemplates(ctx, query));
export const POST = route(createTemplateContract, async ({ ctx, body, request }) =>
  translateWarnings(await createTemplate(ctx, body), request),
);
