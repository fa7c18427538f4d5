import { type CodeWithOffer, findCode } from "@/db/queries/coupons/codes/codes";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { invalidField, notFound } from "@/lib/platform/errors";
import { foldCode } from "./fold-code";

/** Whatever way it is typed; what folds to nothing is no code. */
export function keyOfCode(code: string): string {
  const key = foldCode(code);
  if (key === undefined) throw notFound();
  return key;
}

/** Of a code that is made, where nonsense has a remedy. */
export function keyOfNewCode(code: string): string {
  const key = foldCode(code);
  if (key !== undefined) return key;
  throw invalidField(
    "code",
    "A code is made of letters and digits, 40 at most; spaces and dashes do not count.",
    "code_unusable",
  );
}

export async function loadCode(ctx: WorkspaceContext, codeKey: string): Promise<CodeWithOffer> {
  const code = await findCode(ctx.scope, codeKey, ctx.now());
  if (!code) throw notFound();
  return code;
}
