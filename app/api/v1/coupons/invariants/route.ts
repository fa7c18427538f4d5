import { getInvariantsContract } from "@/lib/contracts/coupons/invariants";
import { checkInvariants } from "@/lib/domain/coupons/ledger/check-invariants";
import { route } from "@/lib/platform/http/route";

export const GET = route(getInvariantsContract, ({ ctx }) => checkInvariants(ctx));
