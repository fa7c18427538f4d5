import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { jobsKey } from "@/components/jobs/api";
import { toastRefusal } from "@/components/ui/feedback/toast-refusal";
import { callApi } from "@/lib/browser/api-client";
import { hearing } from "@/lib/browser/realtime/use-live";
import { listBatchCodesContract } from "@/lib/contracts/coupons/batch-codes";
import {
  cancelBatchContract,
  type createBatchContract,
  deleteBatchContract,
  disableBatchContract,
  enableBatchContract,
  getBatchContract,
  listBatchesContract,
  pauseBatchContract,
  previewBatchContract,
  resumeBatchContract,
} from "@/lib/contracts/coupons/batches";
import type { BodyOf, QueryOf, ResultOf } from "@/lib/platform/http/contract";

export type Batch = ResultOf<typeof getBatchContract>;
export type BatchInput = BodyOf<typeof createBatchContract>;
export type BatchPreview = ResultOf<typeof previewBatchContract>;
export type BatchCode = ResultOf<typeof listBatchCodesContract>["data"][number];

const workingPollMillis = 1_000;
const idlePollMillis = 30_000;

const isWorking = ({ status }: Batch): boolean => status === "pending" || status === "generating";

export const batchesKey = (workspace: string) => ["batches", workspace] as const;

export const batchesOptions = (workspace: string, query: QueryOf<typeof listBatchesContract>) =>
  hearing(
    ["jobs"],
    queryOptions({
      queryKey: [...batchesKey(workspace), "list", query],
      queryFn: ({ signal }) => callApi(listBatchesContract, { workspace, query, signal }),
      refetchInterval: ({ state }) => (state.data?.data.some(isWorking) ? workingPollMillis : idlePollMillis),
      placeholderData: keepPreviousData,
    }),
  );

export const batchOptions = (workspace: string, batchId: string) =>
  hearing(
    ["jobs"],
    queryOptions({
      queryKey: [...batchesKey(workspace), batchId],
      queryFn: ({ signal }) => callApi(getBatchContract, { workspace, params: { batchId }, signal }),
      refetchInterval: ({ state: { data } }) =>
        data && isWorking(data) ? workingPollMillis : idlePollMillis,
    }),
  );

/** Asked again when the batch has become another: its codes may all have come between two looks. */
export const batchCodesOptions = (
  workspace: string,
  { id: batchId, status, isDisabled }: Pick<Batch, "id" | "status" | "isDisabled">,
  query: QueryOf<typeof listBatchCodesContract>,
) =>
  queryOptions({
    queryKey: [...batchesKey(workspace), batchId, "codes", { status, isDisabled }, query],
    queryFn: ({ signal }) =>
      callApi(listBatchCodesContract, { workspace, params: { batchId }, query, signal }),
    placeholderData: keepPreviousData,
  });

/** What a design would give, as somebody works on it. */
export const batchPreviewOptions = (workspace: string, body: BodyOf<typeof previewBatchContract>) =>
  queryOptions({
    queryKey: [...batchesKey(workspace), "preview", body],
    queryFn: ({ signal }) => callApi(previewBatchContract, { workspace, body, signal }),
    placeholderData: keepPreviousData,
    retry: false,
  });

const jobActOf = { disable: disableBatchContract, enable: enableBatchContract, delete: deleteBatchContract };

export function useBatchActs(workspace: string) {
  const t = useTranslations("batches");
  const client = useQueryClient();
  const onError = (error: unknown) => toastRefusal(t("actFailed"), error);
  const onSettled = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: batchesKey(workspace) }),
      client.invalidateQueries({ queryKey: jobsKey(workspace) }),
    ]);
  const hold = useMutation({
    mutationFn: ({ batchId, action }: { batchId: string; action: "pause" | "resume" }) =>
      callApi(action === "pause" ? pauseBatchContract : resumeBatchContract, {
        workspace,
        params: { batchId },
      }),
    onError,
    onSettled,
  });
  const cancel = useMutation({
    mutationFn: ({ batchId, deleteCodes }: { batchId: string; deleteCodes: boolean }) =>
      callApi(cancelBatchContract, { workspace, params: { batchId }, body: { deleteCodes } }),
    onError,
    onSettled,
  });
  const changeCodes = useMutation({
    mutationFn: ({ batchId, act }: { batchId: string; act: keyof typeof jobActOf }) =>
      callApi(jobActOf[act], { workspace, params: { batchId } }),
    onError,
    onSettled,
  });
  return { hold, cancel, changeCodes };
}
