import { getRedemptionContract } from "@/lib/contracts/coupons/ledger";
import { getRedemption } from "@/lib/domain/coupons/ledger/list-ledger";
import { route } from "@/lib/platform/http/route";

export const GET = route(getRedemptionContract, ({ ctx, params }) => getRedemption(ctx, params));
