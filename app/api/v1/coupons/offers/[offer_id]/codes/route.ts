import { addCodeContract, listCodesContract } from "@/lib/contracts/coupons/codes";
import { addCode } from "@/lib/domain/coupons/codes/add-code";
import { listCodes } from "@/lib/domain/coupons/codes/list-codes";
import { route } from "@/lib/platform/http/route";

export const GET = route(listCodesContract, ({ ctx, params, query }) =>
  listCodes(ctx, { ...params, ...query }),
);
export const POST = route(addCodeContract, ({ ctx, params, body }) => addCode(ctx, { ...params, ...body }));
