import { randomBytes } from "node:crypto";
import { countExistingCodes } from "@/db/queries/coupons/batches/list-batches";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import type { InvalidParam } from "@/lib/platform/errors";
import { shapeOf } from "./code-design";
import { lettersOfBlock, secretBytes } from "./code-letters";
import { type CodeOdds, findGuessable, oddsOf } from "./code-odds";
import { type DesignDraft, requireDesign, requireQuantity } from "./prepare-batch";

const samplesShown = 5;

export type BatchPreview = CodeOdds & {
  design: ReturnType<typeof requireDesign>;
  samples: string[];
  /** Codes of the workspace so far. */
  existing: number;
  /** Why it would be refused. */
  refusal: InvalidParam | null;
};

/** What a design would give. Its samples are made up: none of them will be in the batch but by chance. */
export async function previewBatch(
  ctx: WorkspaceContext,
  { design: draft, quantity }: { design: DesignDraft; quantity: number },
): Promise<BatchPreview> {
  ctx.require("coupons.write");
  const design = requireDesign(draft);
  requireQuantity(quantity);
  const existing = await countExistingCodes(ctx.scope);
  const letters = lettersOfBlock(randomBytes(secretBytes), { block: 0, attempt: 0 }, design, samplesShown);
  return {
    design,
    samples: letters.map((one) => shapeOf(design)(one).code),
    existing,
    ...oddsOf(design, quantity, existing),
    refusal: findGuessable(design, quantity) ?? null,
  };
}
