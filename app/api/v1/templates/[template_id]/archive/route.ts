import { archiveTemplateContract } from "@/lib/contracts/templates";
import { archiveTemplate } from "@/lib/domain/templates/archive-template";
import { route } from "@/lib/platform/http/route";

export const POST = route(archiveTemplateContract, ({ ctx, params }) => archiveTemplate(ctx, params));
