import { listCouponRefusalsContract } from "@/lib/contracts/coupons/ledger";
import { listRefusals } from "@/lib/domain/coupons/ledger/list-ledger";
import { route } from "@/lib/platform/http/route";

export const GET = route(listCouponRefusalsContract, ({ ctx, query }) => listRefusals(ctx, query));
