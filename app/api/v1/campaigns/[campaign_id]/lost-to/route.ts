import { lostToContract } from "@/lib/contracts/campaigns/campaign-timing";
import { getLostTo } from "@/lib/domain/campaigns/timing/get-lost-to";
import { route } from "@/lib/platform/http/route";

export const GET = route(lostToContract, ({ ctx, params }) => getLostTo(ctx, params));
