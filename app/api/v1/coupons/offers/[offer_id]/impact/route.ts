import { previewImpactContract } from "@/lib/contracts/coupons/offers";
import { previewImpact } from "@/lib/domain/coupons/offers/impact/preview-impact";
import { route } from "@/lib/platform/http/route";

export const POST = route(previewImpactContract, ({ ctx, params, body }) =>
  previewImpact(ctx, { ...params, ...body }),
);
