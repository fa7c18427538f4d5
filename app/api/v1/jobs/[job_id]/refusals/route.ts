import { listRefusalsContract } from "@/lib/contracts/jobs";
import { listRefusals } from "@/lib/domain/jobs/list-refusals";
import { route } from "@/lib/platform/http/route";

export const GET = route(listRefusalsContract, ({ ctx, params, query }) =>
  listRefusals(ctx, { ...params, ...query }),
);
