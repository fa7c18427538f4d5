import { listCodeStockContract } from "@/lib/contracts/coupons/stock";
import { listCodeStock } from "@/lib/domain/coupons/allocation/list-code-stock";
import { route } from "@/lib/platform/http/route";

export const GET = route(listCodeStockContract, ({ ctx, query }) => listCodeStock(ctx, query));
