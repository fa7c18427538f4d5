import type { Metadata } from "next";
import { cache } from "react";
import { BatchScreen } from "@/components/coupons/batches/batch-screen";
import { BatchPerformance } from "@/components/coupons/performance/batch-performance";
import { batch as batchSchema } from "@/lib/contracts/coupons/batches";
import { asSeen } from "@/lib/contracts/wire/as-seen";
import { wireId } from "@/lib/contracts/wire/ids";
import { getBatch } from "@/lib/domain/coupons/batches/get-batch";
import { foundOrNotFound } from "@/lib/platform/context/found-or-not-found";
import { requireWorkspace } from "@/lib/platform/context/page-context";

type Props = { params: Promise<{ workspace: string; batch: string }> };

const readBatch = cache(async (slug: string, id: string) => {
  const { ctx } = await requireWorkspace(slug);
  return foundOrNotFound(wireId("batch"), id, (batchId) => getBatch(ctx, { batchId }));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, batch } = await params;
  return { title: (await readBatch(workspace, batch)).name };
}

export default async function BatchPage({ params }: Props) {
  const { workspace, batch } = await params;
  const found = asSeen(batchSchema, await readBatch(workspace, batch));
  return (
    <BatchScreen batch={found}>
      <BatchPerformance batchId={found.id} />
    </BatchScreen>
  );
}
