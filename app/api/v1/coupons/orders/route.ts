import { createOrderContract, listOrdersContract } from "@/lib/contracts/coupons/orders";
import { createOrder } from "@/lib/domain/coupons/performance/orders/create-order";
import { listOrders } from "@/lib/domain/coupons/performance/orders/list-orders";
import { route } from "@/lib/platform/http/route";

export const GET = route(listOrdersContract, ({ ctx, query }) => listOrders(ctx, query));

export const POST = route(createOrderContract, ({ ctx, body }) => createOrder(ctx, body));
