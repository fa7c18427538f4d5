import { archiveOfferContract } from "@/lib/contracts/coupons/offers";
import { archiveOffer } from "@/lib/domain/coupons/offers/change-state";
import { route } from "@/lib/platform/http/route";

export const POST = route(archiveOfferContract, ({ ctx, params }) => archiveOffer(ctx, params));
