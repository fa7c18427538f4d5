import { orderPlansContract } from "@/lib/contracts/coupons/plans";
import { orderPlans } from "@/lib/domain/coupons/plans/order-plans";
import { route } from "@/lib/platform/http/route";

export const POST = route(orderPlansContract, ({ ctx, body }) => orderPlans(ctx, body));
