import { getAnalyticsSummaryContract } from "@/lib/contracts/analytics";
import { getSummary } from "@/lib/domain/analytics/get-summary";
import { route } from "@/lib/platform/http/route";

export const GET = route(getAnalyticsSummaryContract, ({ ctx, query }) => getSummary(ctx, query));
