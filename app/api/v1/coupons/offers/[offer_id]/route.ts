import { deleteOfferContract, getOfferContract, updateOfferContract } from "@/lib/contracts/coupons/offers";
import { deleteOffer } from "@/lib/domain/coupons/offers/delete-offer";
import { getOffer } from "@/lib/domain/coupons/offers/get-offer";
import { updateOffer } from "@/lib/domain/coupons/offers/update-offer";
import { route } from "@/lib/platform/http/route";

export const GET = route(getOfferContract, ({ ctx, params }) => getOffer(ctx, params));
export const PATCH = route(updateOfferContract, ({ ctx, params, body }) =>
  updateOffer(ctx, { ...params, ...body }),
);
export const DELETE = route(deleteOfferContract, ({ ctx, params }) => deleteOffer(ctx, params));
