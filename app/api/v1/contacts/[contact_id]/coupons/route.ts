import { getContactCouponsContract } from "@/lib/contracts/coupons/memberships";
import { getContactCoupons } from "@/lib/domain/coupons/ledger/list-memberships";
import { route } from "@/lib/platform/http/route";

export const GET = route(getContactCouponsContract, ({ ctx, params }) => getContactCoupons(ctx, params));
