import { getCodeContract, updateCodeContract } from "@/lib/contracts/coupons/codes";
import { getCode } from "@/lib/domain/coupons/codes/get-code";
import { updateCode } from "@/lib/domain/coupons/codes/update-code";
import { route } from "@/lib/platform/http/route";

export const GET = route(getCodeContract, ({ ctx, params }) => getCode(ctx, params));
export const PATCH = route(updateCodeContract, ({ ctx, params, body }) =>
  updateCode(ctx, { ...params, ...body }),
);
