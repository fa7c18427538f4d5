import { activateOfferContract } from "@/lib/contracts/coupons/offers";
import { activateOffer } from "@/lib/domain/coupons/offers/change-state";
import { route } from "@/lib/platform/http/route";

export const POST = route(activateOfferContract, ({ ctx, params }) => activateOffer(ctx, params));
