import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { findJob } from "@/db/queries/jobs/find-job";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";
import type { FileDownload } from "@/lib/platform/http/file-response";
import { spoolPath } from "@/lib/platform/spool/spool";
import { hasFile } from "./get-job";
import { permissionOfJob } from "./job";

/** A part of a result: only its first `bytes` are committed, what follows belongs to nobody. */
export type FileSegment = { name: string; bytes: number };

/** The file of a completed job, until it expires. */
export async function openJobFile(
  ctx: WorkspaceContext,
  { jobId }: { jobId: string },
): Promise<FileDownload> {
  const job = await findJob(ctx.scope, jobId);
  if (!job) throw notFound();
  ctx.require(permissionOfJob[job.kind]);
  if (!hasFile(job, ctx.now())) throw notFound();
  const { segments = [] } = (job.cursor ?? {}) as { segments?: FileSegment[] };
  if (!(await isInSpool(ctx.workspaceId, segments))) throw notFound();
  await ctx.transaction((tx) => tx.audit("job.downloaded", { kind: "job", id: jobId, name: job.title }));
  return {
    name: `${job.kind === "redemption_export" ? "redemptions" : "contacts"}-${job.createdAt.toISOString().slice(0, 10)}.csv`,
    contentType: "text/csv; charset=utf-8",
    chunks: readSegments(ctx.workspaceId, segments),
  };
}

/** Another machine may have written it, or somebody emptied the folder. */
async function isInSpool(workspaceId: string, segments: FileSegment[]): Promise<boolean> {
  const needed = segments.filter(({ bytes }) => bytes > 0);
  const found = await Promise.all(
    needed.map(({ name }) => stat(spoolPath(workspaceId, name)).catch(() => undefined)),
  );
  return found.every((file, position) => file !== undefined && file.size >= (needed[position]?.bytes ?? 0));
}

async function* readSegments(workspaceId: string, segments: FileSegment[]) {
  for (const { name, bytes } of segments) {
    if (bytes > 0) yield* createReadStream(spoolPath(workspaceId, name), { end: bytes - 1 });
  }
}
