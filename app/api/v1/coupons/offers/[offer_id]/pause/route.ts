import { pauseOfferContract } from "@/lib/contracts/coupons/offers";
import { pauseOffer } from "@/lib/domain/coupons/offers/change-state";
import { route } from "@/lib/platform/http/route";

export const POST = route(pauseOfferContract, ({ ctx, params }) => pauseOffer(ctx, params));
