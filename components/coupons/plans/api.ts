import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { callApi } from "@/lib/browser/api-client";
import {
  type createPlanContract,
  listPlansContract,
  type updatePlanContract,
} from "@/lib/contracts/coupons/plans";
import type { BodyOf, QueryOf, ResultOf } from "@/lib/platform/http/contract";

export type Plan = ResultOf<typeof listPlansContract>["data"][number];
export type NewPlan = BodyOf<typeof createPlanContract>;
export type PlanChange = BodyOf<typeof updatePlanContract>;

export const plansKey = (workspace: string) => ["coupon-plans", workspace] as const;

export const plansOptions = (workspace: string, query: QueryOf<typeof listPlansContract>) =>
  queryOptions({
    queryKey: [...plansKey(workspace), query],
    queryFn: ({ signal }) => callApi(listPlansContract, { workspace, query, signal }),
    placeholderData: keepPreviousData,
  });
