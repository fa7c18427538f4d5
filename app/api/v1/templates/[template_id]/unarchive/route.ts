import { unarchiveTemplateContract } from "@/lib/contracts/templates";
import { unarchiveTemplate } from "@/lib/domain/templates/archive-template";
import { route } from "@/lib/platform/http/route";

export const POST = route(unarchiveTemplateContract, ({ ctx, params }) => unarchiveTemplate(ctx, params));
