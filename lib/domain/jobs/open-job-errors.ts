import { listJobErrors } from "@/db/queries/jobs/advance-job";
import { findJob } from "@/db/queries/jobs/find-job";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { byteOrderMark, toCsvLine } from "@/lib/platform/csv/csv-cell";
import { notFound } from "@/lib/platform/errors";
import type { FileDownload } from "@/lib/platform/http/file-response";
import { permissionOfJob } from "./job";

const pageSize = 2_000;

/** The refused rows as they were, so that they can be mended and imported again, with line, reason, column and the value there. */
export async function openJobErrors(
  ctx: WorkspaceContext,
  { jobId }: { jobId: string },
): Promise<FileDownload> {
  const job = await findJob(ctx.scope, jobId);
  if (!job) throw notFound();
  ctx.require(permissionOfJob[job.kind]);
  const { headings = [], delimiter = "," } = job.params as { headings?: string[]; delimiter?: string };
  return {
    name: `errors-${job.createdAt.toISOString().slice(0, 10)}.csv`,
    contentType: "text/csv; charset=utf-8",
    chunks: errorLines(ctx, jobId, headings, delimiter),
  };
}

const errorHeadings = ["error_line", "error_reason", "error_column", "error_value"];

async function* errorLines(ctx: WorkspaceContext, jobId: string, headings: string[], delimiter: string) {
  yield byteOrderMark + toCsvLine([...headings, ...errorHeadings], delimiter);
  let afterLine = 0;
  for (;;) {
    const page = await listJobErrors(ctx.scope, jobId, afterLine, pageSize);
    const last = page.at(-1);
    if (!last) return;
    afterLine = last.line;
    yield page
      .map(({ fields, line, reason, column }) => {
        const padded = Array.from(
          { length: Math.max(headings.length, fields.length) },
          (_, at) => fields[at] ?? "",
        );
        const value = column === "" ? "" : (fields[headings.indexOf(column)] ?? "");
        return toCsvLine([...padded, String(line), reason, column, value], delimiter);
      })
      .join("");
  }
}
