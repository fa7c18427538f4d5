import { automationFiguresContract } from "@/lib/contracts/automations/automation-figures";
import { getFigures } from "@/lib/domain/automations/get-figures";
import { route } from "@/lib/platform/http/route";

export const GET = route(automationFiguresContract, ({ ctx, params }) => getFigures(ctx, params));
