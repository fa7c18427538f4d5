import { setImmediate } from "node:timers/promises";
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
 * compare `generated` with what you need. With `ahead` the next block is made while Postgres writes this one.
 */
export async function writeCodes(
  tx: WorkspaceScope,
  batchId: string,
  upTo: number,
  ahead?: CodesAhead,
): Promise<Written> {
  const batch = await lockBatch(tx, batchId);
  if (!batch) throw notFound();
  const isOpen = batch.secret !== null && batch.status !== "cancelled" && batch.status !== "failed";
  const end = isOpen ? Math.min(upTo, batch.quantity) : batch.generated;
  const written: Written = { generated: batch.generated, written: 0, replaced: 0 };
  if (end <= batch.generated) return written;
  const source = codeSourceOf(batch);
  while (written.generated < end) {
    const to = Math.min(end, blockEnd(written.generated));
    written.replaced += await writeRange(tx, batch, source, { from: written.generated, to }, ahead);
    written.written += to - written.generated;
    written.generated = to;
  }
  await moveWatermark(tx, batchId, end);
  return written;
}

const blockEnd = (seq: number): number => (blockOf(seq) + 1) * blockCodes;

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

/** Of one batch: the block that comes next. */
export type CodesAhead = { block?: { range: Range; rows: CodeRows } | undefined };

/** A part of one block; gives how many codes had to be replaced. */
async function writeRange(
  tx: WorkspaceScope,
  batch: BatchRow,
  source: CodeSource,
  range: Range,
  ahead?: CodesAhead,
): Promise<number> {
  const { from, to } = range;
  const made = ahead?.block;
  const isThis = made?.range.from === from && made.range.to === to;
  const rows = isThis ? made.rows : rowsOf(source, range);
  const next = { from: to, to: Math.min(batch.quantity, blockEnd(to)) };
  const meanwhile = async () => (ahead ? makeAhead(ahead, source, next) : undefined);
  if (await insertCodes(tx, batch, rows, meanwhile)) return 0;
  const block = blockOf(from);
  const start = block * blockCodes;
  let open = Array.from({ length: to - from }, (_, n) => from + n);
  let replaced = 0;
  for (let attempt = 0; open.length > 0; attempt += 1) {
    if (attempt > attemptsMax) throw exhausted();
    const letters = source.lettersOf(block, attempt);
    const tried = open.map((seq) => letters[seq - start] ?? "");
    const { keys, codes } = shaped(source.shape, tried, from);
    open = await insertFreeCodes(tx, batch, { seqs: open, keys, codes });
    if (attempt === 0) replaced = open.length;
  }
  return replaced;
}

async function makeAhead(ahead: CodesAhead, source: CodeSource, range: Range): Promise<void> {
  ahead.block = undefined;
  if (range.from === range.to) return;
  // By then the statement is on its way.
  await setImmediate();
  ahead.block = { range, rows: rowsOf(source, range) };
}

const blockOf = (seq: number): number => Math.floor(seq / blockCodes);

/** A part of one block. */
function rowsOf({ shape, lettersOf }: CodeSource, { from, to }: Range): CodeRows {
  const start = blockOf(from) * blockCodes;
  return shaped(shape, lettersOf(blockOf(from), 0).slice(from - start, to - start), from);
}

function shaped(shape: CodeShape, letters: string[], from: number): CodeRows {
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
  await insertHoneytokens(tx, batch, shaped(source.shape, letters, 0));
}
