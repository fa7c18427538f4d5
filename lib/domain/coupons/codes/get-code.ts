import type { CodeWithOffer } from "@/db/queries/coupons/codes/codes";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { keyOfCode, loadCode } from "./own-code";

/** By whatever way it is typed; of a batch, too. */
export async function getCode(ctx: WorkspaceContext, { code }: { code: string }): Promise<CodeWithOffer> {
  ctx.require("coupons.read");
  return loadCode(ctx, keyOfCode(code));
}
