import { hrefOf } from "@/components/layout/navigation";
import { toWireId } from "@/lib/contracts/wire/ids";
import type { CodeFileFormat } from "@/lib/domain/coupons/batches/batch";

export const batchHref = (workspace: string, id: string): string =>
  hrefOf(workspace, `coupons/batches/${toWireId("batch", id)}`);

/** The wizard, with the offer chosen. */
export const newBatchHref = (workspace: string, offerId: string): string =>
  hrefOf(workspace, `coupons/batches/new?${new URLSearchParams({ offer: toWireId("offer", offerId) })}`);

type CodeFile = { format: CodeFileFormat; delimiter?: string; skip?: number };

/** Where the codes of a batch are downloaded. */
export function codeFileHref(workspaceId: string, batchId: string, { skip, ...file }: CodeFile): string {
  const address = `/api/v1/workspaces/${toWireId("workspace", workspaceId)}/coupons/batches/${toWireId("batch", batchId)}/file`;
  return `${address}?${new URLSearchParams({ ...file, ...(skip ? { skip: String(skip) } : {}) })}`;
}
