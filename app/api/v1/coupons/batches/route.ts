import { createBatchContract, listBatchesContract } from "@/lib/contracts/coupons/batches";
import { withFileUrls } from "@/lib/contracts/jobs";
import { toWireId } from "@/lib/contracts/wire/ids";
import { createBatch } from "@/lib/domain/coupons/batches/create-batch";
import { listBatches } from "@/lib/domain/coupons/batches/list-batches";
import { route } from "@/lib/platform/http/route";

export const GET = route(listBatchesContract, ({ ctx, query }) => listBatches(ctx, query));
export const POST = route(createBatchContract, async ({ ctx, body, headers }) => {
  const { batch, job } = await createBatch(ctx, body);
  headers.set("location", `/api/v1/coupons/batches/${toWireId("batch", batch.id)}`);
  return { batch, job: withFileUrls(job) };
});
