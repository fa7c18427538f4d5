import { findBatch } from "@/db/queries/coupons/batches/list-batches";
import { type CodeForm, findCodeEnd, readCodeLines } from "@/db/queries/coupons/batches/read-code-lines";
import type { WorkspaceScope } from "@/db/scope";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { byteOrderMark, toCsvLine } from "@/lib/platform/csv/csv-cell";
import type { Delimiter, FormulaMode } from "@/lib/platform/csv/csv-dialect";
import { notFound } from "@/lib/platform/errors";
import type { FileDownload } from "@/lib/platform/http/file-response";
import { type CodeFileFormat, qrSheetCodesMax } from "./batch";
import { qrSheet } from "./qr-sheet";

const pageCodes = 20_000;

type Input = {
  batchId: string;
  format?: CodeFileFormat | undefined;
  delimiter?: Delimiter | undefined;
  formulas?: FormulaMode | undefined;
  /** Of a QR sheet: how many codes to leave out before it. */
  skip?: number | undefined;
};

/** The codes of a batch as a file that streams, page by page: no page waits in a transaction for a slow reader. */
export async function openCodeFile(ctx: WorkspaceContext, input: Input): Promise<FileDownload> {
  ctx.require("coupons.export");
  const { batchId, format = "csv", delimiter = ",", formulas = "guarded", skip = 0 } = input;
  const batch = await findBatch(ctx.scope, batchId);
  if (!batch) throw notFound();
  const target = { kind: "batch", id: batchId, name: batch.name };
  await ctx.transaction((tx) => tx.audit("batch.exported", target, { after: { format } }));
  const end = await findCodeEnd(ctx.scope, batchId);
  const pages = (form: CodeForm, from = 0, to = end) => readPages(ctx.scope, { batchId, from, to }, form);
  const name = batch.batchCode;
  if (format === "csv") {
    const head = byteOrderMark + toCsvLine(["code", "status", "uses"], delimiter).replace("\r\n", "\n");
    const lines = pages({ format, delimiter, formulas });
    return { name: `${name}.csv`, contentType: "text/csv; charset=utf-8", chunks: after(head, lines) };
  }
  if (format === "txt")
    return { name: `${name}.txt`, contentType: "text/plain; charset=utf-8", chunks: pages({ format }) };
  if (format === "json")
    return { name: `${name}.json`, contentType: "application/json", chunks: asArray(pages({ format })) };
  const to = Math.min(end, skip + qrSheetCodesMax);
  const isPart = skip > 0 || to < end;
  const range = `${skip + 1}–${to}`;
  const heading = [...new Set([batch.name, name]), ...(isPart ? [`${range} / ${end}`] : [])].join(" · ");
  return {
    name: isPart ? `${name}-qr-${range.replace("–", "-")}.html` : `${name}-qr.html`,
    contentType: "text/html; charset=utf-8",
    chunks: qrSheet(heading, codesOf(pages({ format: "txt" }, skip, to))),
  };
}

type Range = { batchId: string; from: number; to: number };

/** The next page is read while the one before goes out. */
async function* readPages(scope: WorkspaceScope, { batchId, from, to }: Range, form: CodeForm) {
  const read = (start: number) => {
    const page = readCodeLines(scope, { batchId, from: start, to: Math.min(to, start + pageCodes) }, form);
    // Whoever leaves in between does not wait for it.
    page.catch(() => undefined);
    return page;
  };
  let next = from < to ? read(from) : undefined;
  for (let start = from; next; start += pageCodes) {
    const page = await next;
    next = start + pageCodes < to ? read(start + pageCodes) : undefined;
    yield page;
  }
}

async function* after(head: string, pages: AsyncIterable<string>) {
  yield head;
  yield* pages;
}

async function* asArray(pages: AsyncIterable<string>) {
  yield "[\n";
  let isFirst = true;
  for await (const page of pages) {
    if (page.length === 0) continue;
    yield `${isFirst ? "" : ",\n"}${page.trimEnd().replaceAll("\n", ",\n")}`;
    isFirst = false;
  }
  yield "\n]\n";
}

async function* codesOf(pages: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const page of pages) yield* page.trimEnd().split("\n").filter(Boolean);
}
