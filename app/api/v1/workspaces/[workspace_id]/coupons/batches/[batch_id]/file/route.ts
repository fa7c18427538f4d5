import { downloadBatchCodesContract } from "@/lib/contracts/coupons/batch-codes";
import { openCodeFile } from "@/lib/domain/coupons/batches/open-code-file";
import { fileResponse } from "@/lib/platform/http/file-response";
import { route } from "@/lib/platform/http/route";

export const GET = route(downloadBatchCodesContract, async ({ ctx, params, query }) =>
  fileResponse(await openCodeFile(ctx, { ...params, ...query })),
);
