import { validateCodeContract } from "@/lib/contracts/coupons/redeeming";
import { validateCode } from "@/lib/domain/coupons/redemptions/validate-code";
import { route } from "@/lib/platform/http/route";

export const POST = route(validateCodeContract, ({ ctx, body }) => validateCode(ctx, body));
