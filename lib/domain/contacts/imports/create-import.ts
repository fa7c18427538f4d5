import { link } from "node:fs/promises";
import { findJob } from "@/db/queries/jobs/find-job";
import type { JobRow } from "@/db/queries/jobs/job-row";
import { findWorkspace } from "@/db/queries/workspaces";
import { type Job, loadJob } from "@/lib/domain/jobs/get-job";
import { startJob } from "@/lib/domain/jobs/start-job";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { unprocessable } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import type { TextInspection } from "@/lib/platform/spool/inspect-text";
import { prepareSpool, removeFromSpool, spoolPath } from "@/lib/platform/spool/spool";
import type { AttributeType } from "./attribute-type";
import type { ImportChoices, ImportOutcome, ImportParams } from "./import-options";
import { planImport } from "./plan-import";

export type SpooledFile = { jobId: string; name: string; fileName: string; inspection: TextInspection };

/** Where the file of an import that is about to be made belongs. */
export async function reserveImportFile(
  ctx: WorkspaceContext,
): Promise<{ jobId: string; name: string; path: string }> {
  ctx.require("contacts.write");
  const jobId = newId();
  const name = `${jobId}.csv`;
  const path = spoolPath(ctx.workspaceId, name);
  await prepareSpool(path);
  return { jobId, name, path };
}

/** Starts the import of a spooled file. A file that cannot be imported is removed with the reason. */
export async function createImport(
  ctx: WorkspaceContext,
  file: SpooledFile,
  choices: ImportChoices & { breaksAt?: number | undefined; isMapped?: boolean | undefined },
): Promise<Job> {
  ctx.require("contacts.write");
  const path = spoolPath(ctx.workspaceId, file.name);
  try {
    const { timeZone } = (await findWorkspace(ctx.scope)) ?? { timeZone: "UTC" };
    const plan = await planImport({ ...file, path }, { ...choices, timeZone });
    const params = {
      ...plan,
      isMapped: choices.isMapped ?? plan.isMapped,
      breaksAt: choices.breaksAt ?? null,
    };
    const total = Math.max(0, file.inspection.lines - 1);
    await ctx.transaction((tx) =>
      startJob(tx, { id: file.jobId, kind: "contact_import", title: file.fileName, total, params }),
    );
  } catch (error) {
    await removeFromSpool(path);
    throw error;
  }
  return loadJob(ctx, file.jobId);
}

/**
 * Imports the file of an earlier dry run without sending it again. Where that found the place at which the file stops
 * being CSV, what comes before is imported.
 */
export async function repeatImport(
  ctx: WorkspaceContext,
  fromJobId: string,
  choices: ImportChoices,
): Promise<Job> {
  const dryRun = await findJob(ctx.scope, fromJobId);
  if (dryRun?.kind !== "contact_import") throw fileGone();
  const { jobId, name, path } = await reserveImportFile(ctx);
  const before = dryRun.params as ImportParams;
  const { flaw } = (dryRun.result ?? {}) as Partial<ImportOutcome>;
  await link(spoolPath(ctx.workspaceId, before.file), path).catch(() => {
    throw fileGone();
  });
  return createImport(
    ctx,
    { jobId, name, fileName: before.fileName, inspection: inspectionOf(dryRun) },
    {
      delimiter: before.delimiter,
      // Of columns with one heading the first counts.
      mapping: Object.fromEntries(
        before.headings.map((heading, at) => [heading, before.targets[at] ?? "ignore"] as const).reverse(),
      ),
      ...(choices.mapping ? {} : { attributeTypes: typesByHeading(before) }),
      onExisting: before.onExisting,
      country: before.country ?? undefined,
      phoneOnWhatsapp: before.phoneOnWhatsapp,
      tags: before.tags,
      consent: before.consent ?? undefined,
      ...choices,
      breaksAt: flaw?.line,
      isMapped: choices.mapping ? true : before.isMapped,
      // The spooled file was rewritten when it first arrived.
      encoding: "utf-8",
    },
  );
}

const typesByHeading = ({ headings, targets, types }: ImportParams): Record<string, AttributeType> =>
  Object.fromEntries(
    targets.flatMap((target, at) => {
      const type = types?.[target];
      return type?.isChosen ? [[headings[at] ?? "", type.type]] : [];
    }),
  );

const inspectionOf = (job: JobRow): TextInspection => ({
  bytes: (job.params as ImportParams).fileBytes,
  lines: (job.total ?? 0) + 1,
  isUtf8: true,
  hasNul: false,
  isUtf16: false,
  isZip: false,
});

const fileGone = () =>
  unprocessable("The file of that job is no longer here. Send it again.", { reason: "file_expired" });
