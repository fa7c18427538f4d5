import { createOfferContract, listOffersContract } from "@/lib/contracts/coupons/offers";
import { createOffer } from "@/lib/domain/coupons/offers/create-offer";
import { listOffers } from "@/lib/domain/coupons/offers/list-offers";
import { route } from "@/lib/platform/http/route";

export const GET = route(listOffersContract, ({ ctx, query }) => listOffers(ctx, query));
export const POST = route(createOfferContract, ({ ctx, body }) => createOffer(ctx, body));
