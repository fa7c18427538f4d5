import { unarchiveOfferContract } from "@/lib/contracts/coupons/offers";
import { unarchiveOffer } from "@/lib/domain/coupons/offers/change-state";
import { route } from "@/lib/platform/http/route";

export const POST = route(unarchiveOfferContract, ({ ctx, params }) => unarchiveOffer(ctx, params));
