import { getScenarioContract, setScenarioContract } from "@/lib/contracts/sandbox";
import { getScenario, setScenario } from "@/lib/domain/providers/sandbox/scenario";
import { route } from "@/lib/platform/http/route";

export const GET = route(getScenarioContract, ({ ctx }) => getScenario(ctx));
export const POST = route(setScenarioContract, ({ ctx, body }) => setScenario(ctx, body));
