import { duplicateOfferContract } from "@/lib/contracts/coupons/offers";
import { duplicateOffer } from "@/lib/domain/coupons/offers/duplicate-offer";
import { route } from "@/lib/platform/http/route";

export const POST = route(duplicateOfferContract, ({ ctx, params, body }) =>
  duplicateOffer(ctx, { ...params, ...body }),
);
