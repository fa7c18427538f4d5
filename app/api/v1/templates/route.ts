import { createTemplateContract, listTemplatesContract } from "@/lib/contracts/templates";
import { createTemplate } from "@/lib/domain/templates/create-template";
import { listTemplates } from "@/lib/domain/templates/list-templates";
import { route } from "@/lib/platform/http/route";

export const GET = route(listTemplatesContract, ({ ctx, query }) => listTemplates(ctx, query));
export const POST = route(createTemplateContract, ({ ctx, body }) => createTemplate(ctx, body));
