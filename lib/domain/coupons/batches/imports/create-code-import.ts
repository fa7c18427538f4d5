import { malformed } from "@/lib/domain/contacts/imports/file-flaw";
import { readHead, settleEncoding } from "@/lib/domain/contacts/imports/plan-import";
import { type Job, loadJob } from "@/lib/domain/jobs/get-job";
import { startJob } from "@/lib/domain/jobs/start-job";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { type Delimiter, type Encoding, sniffDelimiter } from "@/lib/platform/csv/csv-dialect";
import { MalformedCsv } from "@/lib/platform/csv/csv-rows";
import { readCsv } from "@/lib/platform/csv/read-csv";
import { transcodeToUtf8 } from "@/lib/platform/csv/transcode-to-utf8";
import { unprocessable } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import type { TextInspection } from "@/lib/platform/spool/inspect-text";
import { prepareSpool, removeFromSpool, spoolPath } from "@/lib/platform/spool/spool";
import { codesPerBatchMax } from "../batch";

export type CodeCheckParams = {
  phase: "check";
  dryRun: true;
  file: string;
  delimiter: Delimiter;
  headings: string[];
  /** In which column the codes are. */
  column: number;
  hasHeading: boolean;
};

export type CodeFile = { jobId: string; name: string; path: string };

/** Where a file of codes belongs that is about to arrive. */
export async function reserveCodeFile(ctx: WorkspaceContext): Promise<CodeFile> {
  ctx.require("coupons.write");
  const jobId = newId();
  const name = `${jobId}.csv`;
  const path = spoolPath(ctx.workspaceId, name);
  await prepareSpool(path);
  return { jobId, name, path };
}

type Arrived = CodeFile & { fileName: string; inspection: TextInspection };

type Choices = { delimiter?: Delimiter | undefined; encoding?: Encoding | undefined };

/** Starts the check of a file of codes; nothing is imported before somebody says so. */
export async function createCodeImport(ctx: WorkspaceContext, file: Arrived, choices: Choices): Promise<Job> {
  ctx.require("coupons.write");
  const { path, inspection, jobId } = file;
  try {
    await transcodeToUtf8(path, settleEncoding(inspection, choices.encoding));
    const delimiter = choices.delimiter ?? sniffDelimiter(await readHead(path));
    const params: CodeCheckParams = {
      phase: "check",
      dryRun: true,
      file: file.name,
      delimiter,
      ...(await findColumn(path, delimiter)),
    };
    const total = inspection.lines - (params.hasHeading ? 1 : 0);
    if (total > codesPerBatchMax) throw tooMany(total);
    await ctx.transaction((tx) =>
      startJob(tx, { id: jobId, kind: "coupon_import", title: file.fileName, total, params }),
    );
  } catch (error) {
    await removeFromSpool(path);
    throw error instanceof MalformedCsv ? malformed(error) : error;
  }
  return loadJob(ctx, jobId);
}

const headingOfCodes =
  /^(code|codes|kod|kodlar|coupon|kupon|voucher|(coupon|kupon|voucher)[ _-]?(code|kodu))$/i;

type Column = Pick<CodeCheckParams, "headings" | "column" | "hasHeading">;

/** The column that is headed like one of codes; without a heading the first. */
async function findColumn(path: string, delimiter: Delimiter): Promise<Column> {
  for await (const { fields } of readCsv(path, delimiter, { bytes: 0, lines: 0 })) {
    const column = fields.findIndex((heading) => headingOfCodes.test(heading.trim()));
    if (column >= 0) return { headings: fields, column, hasHeading: true };
    return { headings: fields.map((_, at) => (at === 0 ? "code" : "")), column: 0, hasHeading: false };
  }
  throw unprocessable("The file is empty.", { reason: "empty_file" });
}

const tooMany = (rows: number) =>
  unprocessable(`The file has ${rows} rows. A batch holds at most ${codesPerBatchMax}: split it.`, {
    reason: "too_many_rows",
    rows,
  });
