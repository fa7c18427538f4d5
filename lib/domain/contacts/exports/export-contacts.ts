import { createWriteStream } from "node:fs";
import { appendFile } from "node:fs/promises";
import { copyExportPage, prepareExportPage } from "@/db/queries/contacts/copy-contacts";
import type { JobRun } from "@/lib/domain/jobs/job-run";
import type { FileSegment } from "@/lib/domain/jobs/open-job-file";
import { byteOrderMark, toCsvLine } from "@/lib/platform/csv/csv-cell";
import { prepareSpool, spoolPath } from "@/lib/platform/spool/spool";
import type { ExportParams } from "./create-export";

const pageRows = 100_000;

type Cursor = { after?: string | undefined; segments: FileSegment[] };

/**
 * One slice of an export. It writes a file of its own, so that an execution which has lost the job can spoil
 * nothing: what counts is the list of files and lengths that commits with the place reached.
 */
export async function exportContacts(run: JobRun): Promise<boolean> {
  const { columns, delimiter, formulas } = run.job.params as ExportParams;
  const segment = `${run.job.id}-${run.fence}.csv`;
  const path = spoolPath(run.ctx.workspaceId, segment);
  await prepareSpool(path);
  let bytes = 0;
  if (!run.job.cursor) {
    const head = byteOrderMark + toCsvLine(columns, delimiter, formulas).replace("\r\n", "\n");
    await appendFile(path, head, { mode: 0o600 });
    bytes = Buffer.byteLength(head);
  }
  for (let isLast = false; !isLast; ) {
    if (run.isSliceOver()) return false;
    const written = await writePage(run, path, { segment, bytes });
    bytes = written.bytes;
    isLast = written.count < pageRows;
  }
  return true;
}

async function writePage(run: JobRun, path: string, { segment, bytes }: { segment: string; bytes: number }) {
  const { selection, columns, delimiter, formulas } = run.job.params as ExportParams;
  const { after, segments } = (run.job.cursor as Cursor | null) ?? { after: undefined, segments: [] };
  let written = { bytes, count: 0 };
  await run.commit(async (tx) => {
    const range = { ...selection, after, before: run.job.id, limit: pageRows };
    const page = await prepareExportPage(tx.scope, range);
    const file = createWriteStream(path, { flags: "a", mode: 0o600 });
    if (page.count > 0) await copyExportPage(tx.scope, { columns, delimiter, formulas }, file);
    else file.destroy();
    written = { bytes: bytes + file.bytesWritten, count: page.count };
    const others = segments.filter((known) => known.name !== segment);
    const cursor: Cursor = {
      after: page.last ?? after,
      segments: [...others, { name: segment, bytes: written.bytes }],
    };
    return { done: page.count, cursor, result: { exported: run.job.done + page.count } };
  });
  return written;
}
