import { explainTimeContract } from "@/lib/contracts/campaigns/campaign-timing";
import { explainTime } from "@/lib/domain/campaigns/timing/explain-time";
import { route } from "@/lib/platform/http/route";

export const GET = route(explainTimeContract, ({ ctx, params }) => explainTime(ctx, params));
