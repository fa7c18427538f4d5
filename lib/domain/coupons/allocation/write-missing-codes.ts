import { randomInt } from "node:crypto";
import type { BatchRow } from "@/db/queries/coupons/allocation/coupon-of-batch";
import { insertCodes, setGenerated } from "@/db/queries/coupons/allocation/insert-codes";
import type { WorkspaceScope } from "@/db/scope";
import type { CodeDesign } from "../batches/code-design";
import { checkLetterOf } from "../codes/check-letter";
import { foldCode } from "../codes/fold-code";
import { makeableOf } from "./makeable";

const roundsMax = 5;

/** Makes a locked batch longer by as many codes as a window is short of; false when it cannot be. */
export async function writeMissingCodes(
  tx: WorkspaceScope,
  batch: BatchRow,
  missing: number,
): Promise<boolean> {
  const count = Math.min(missing, makeableOf(batch));
  if (count === 0) return false;
  let seqs = Array.from({ length: count }, (_, n) => batch.generated + n);
  for (let round = 0; seqs.length > 0; round += 1) {
    if (round === roundsMax) throw new Error(`Batch ${batch.batchCode} has no room for more codes.`);
    const rows = seqs.map((seq) => ({ seq, ...makeCode(batch.design) }));
    const written = new Set(await insertCodes(tx, batch, rows));
    seqs = seqs.filter((seq) => !written.has(seq));
  }
  await setGenerated(tx, batch.id, batch.generated + count);
  return true;
}

function makeCode(design: CodeDesign): { code: string; codeKey: string } {
  const { prefix, suffix, alphabet, length, hasCheckLetter, groupSize } = design;
  const letters = Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join("");
  const whole = hasCheckLetter ? letters + checkLetterOf(letters) : letters;
  const shown = groupSize > 0 ? (whole.match(new RegExp(`.{1,${groupSize}}`, "g")) ?? []).join("-") : whole;
  const code = `${prefix}${shown}${suffix}`;
  const codeKey = foldCode(code);
  if (codeKey === undefined) throw new Error("A design makes codes that can be looked up.");
  return { code, codeKey };
}
