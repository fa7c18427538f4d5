import { listMembershipsContract } from "@/lib/contracts/coupons/memberships";
import { listMemberships } from "@/lib/domain/coupons/ledger/list-memberships";
import { route } from "@/lib/platform/http/route";

export const GET = route(listMembershipsContract, ({ ctx, query }) => listMemberships(ctx, query));
