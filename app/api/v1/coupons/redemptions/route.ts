import { listRedemptionsContract } from "@/lib/contracts/coupons/ledger";
import { listRedemptions } from "@/lib/domain/coupons/ledger/list-ledger";
import { route } from "@/lib/platform/http/route";

export const GET = route(listRedemptionsContract, ({ ctx, query }) => listRedemptions(ctx, query));
