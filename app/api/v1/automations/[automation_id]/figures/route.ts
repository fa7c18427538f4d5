import { automationFiguresContract } from "@/lib/contracts/automations/automations";
import { getFigures } from "@/lib/domain/automations/get-figures";
import { route } from "@/lib/platform/http/route";

export const GET = route(automationFiguresContract, ({ ctx, params }) => getFigures(ctx, params));
