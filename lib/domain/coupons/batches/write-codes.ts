import type { BatchRow } from "@/db/queries/coupons/batches/batch-row";
import {
  type CodeRows,
  insertCodes,
  insertFreeCodes,
  insertHoneytokens,
  lockBatch,
  moveWatermark,
} from "@/db/queries/coupons/batches/write-codes";
import type { WorkspaceScope } from "@/db/scope";
import { credentialBox } from "@/lib/platform/crypto/credential-box";
import { notFound, unprocessable } from "@/lib/platform/errors";
import { type CodeShape, shapeOf } from "./code-design";
import { blockCodes, lettersOfBlock } from "./code-letters";

export type Written = {
  /** Codes with a lower `seq` exist now. */
  generated: number;
  /** By this call. */
  written: number;
  /** Codes that somebody else had already. */
  replaced: number;
};

/** More in a row, and the design has no free codes left. */
const attemptsMax = 40;
/** No batch of codes comes this far. */
const honeytokenBlock = 0xffff_ffff;

/**
 * Writes codes of a batch until `upTo` of them exist (never more than its quantity) and moves its watermark, all in the
 * caller's transaction: after a crash they are there once, or not at all. `tx` must be a transaction; it holds the batch's
 * row until it ends, so two callers write one after the other. The codes are a function of the batch's secret, so it does
 * not matter who writes them, or in which portions. A batch that was cancelled, failed or imported gets none:
 * compare `generated` with what you need.
 */
export async function writeCodes(tx: WorkspaceScope, batchId: string, upTo: number): Promise<Written> {
  const batch = await lockBatch(tx, batchId);
  if (!batch) throw notFound();
  const isOpen = batch.secret !== null && batch.status !== "cancelled" && batch.status !== "failed";
  const end = isOpen ? Math.min(upTo, batch.quantity) : batch.generated;
  const written: Written = { generated: batch.generated, written: 0, replaced: 0 };
  if (end <= batch.generated) return written;
  const source = codeSourceOf(batch);
  while (written.generated < end) {
    const to = Math.min(end, blockEnd(written.generated));
    written.replaced += await writeRange(tx, batch, source, { from: written.generated, to });
    written.written += to - written.generated;
    written.generated = to;
  }
  await moveWatermark(tx, batchId, end);
  return written;
}

const blockEnd = (seq: number): number => (Math.floor(seq / blockCodes) + 1) * blockCodes;

type CodeSource = { shape: CodeShape; lettersOf: (block: number, attempt: number) => string[] };

function codeSourceOf({ workspaceId, id, secret, design }: BatchRow): CodeSource {
  const place = { workspaceId, rowId: id, field: "secret" };
  const key = Buffer.from(credentialBox().open(place, secret ?? ""), "base64url");
  return {
    shape: shapeOf(design),
    lettersOf: (block, attempt) => lettersOfBlock(key, { block, attempt }, design),
  };
}

type Range = { from: number; to: number };

/** A part of one block; gives how many codes had to be replaced. */
async function writeRange(
  tx: WorkspaceScope,
  batch: BatchRow,
  source: CodeSource,
  { from, to }: Range,
): Promise<number> {
  const block = Math.floor(from / blockCodes);
  const start = block * blockCodes;
  const rows = rowsOf(source, source.lettersOf(block, 0).slice(from - start, to - start), from);
  if (await insertCodes(tx, batch, rows)) return 0;
  let open = Array.from({ length: to - from }, (_, n) => from + n);
  let replaced = 0;
  for (let attempt = 0; open.length > 0; attempt += 1) {
    if (attempt > attemptsMax) throw exhausted();
    const letters = source.lettersOf(block, attempt);
    const shaped = open.map((seq) => source.shape(letters[seq - start] ?? ""));
    const keys = shaped.map(({ key }) => key);
    open = await insertFreeCodes(tx, batch, { seqs: open, keys, codes: shaped.map(({ code }) => code) });
    if (attempt === 0) replaced = open.length;
  }
  return replaced;
}

function rowsOf({ shape }: CodeSource, letters: string[], from: number): CodeRows {
  const rows: CodeRows = { from, keys: [], codes: [] };
  for (const one of letters) {
    const { key, code } = shape(one);
    rows.keys.push(key);
    rows.codes.push(code);
  }
  return rows;
}

const exhausted = () =>
  unprocessable("The design has no free codes left. Use more random letters, or another prefix.", {
    reason: "codes_exhausted",
  });

/** Codes nobody is given: whoever tries one is guessing. */
export async function plantHoneytokens(tx: WorkspaceScope, batch: BatchRow): Promise<void> {
  if (batch.honeytokens === 0) return;
  const source = codeSourceOf(batch);
  const letters = source.lettersOf(honeytokenBlock, 0).slice(0, batch.honeytokens);
  await insertHoneytokens(tx, batch, rowsOf(source, letters, 0));
}
