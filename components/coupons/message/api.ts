import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { callApi } from "@/lib/browser/api-client";
import { listCodeStockContract } from "@/lib/contracts/coupons/stock";
import type { ResultOf } from "@/lib/platform/http/contract";

export type CodeStock = ResultOf<typeof listCodeStockContract>["data"][number];

const key = (workspace: string) => ["coupons", workspace, "stock"] as const;

export const codeStockOptions = (workspace: string, q: string) =>
  queryOptions({
    queryKey: [...key(workspace), "list", q],
    queryFn: ({ signal }) =>
      callApi(listCodeStockContract, { workspace, query: q === "" ? {} : { q }, signal }),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });

export const stockOfBatchOptions = (workspace: string, batchId: string) =>
  queryOptions({
    queryKey: [...key(workspace), "one", batchId],
    queryFn: ({ signal }) => callApi(listCodeStockContract, { workspace, query: { batchId }, signal }),
    staleTime: 10_000,
  });
