import { z } from "zod";
import type { DescribedMove } from "@/lib/domain/contacts/imports/import-options";
import { jobKinds, jobStatuses } from "@/lib/domain/jobs/job";
import { interfaceLocales } from "@/lib/domain/users/interface-locale";
import { formulaModes } from "@/lib/platform/csv/csv-dialect";
import { defineContract } from "@/lib/platform/http/contract";
import { toWireId, wireId } from "./wire/ids";
import { wireInstant } from "./wire/instants";
import { listQueryShape, wireList, wireWords } from "./wire/lists";
import { wireObject } from "./wire/wire-object";

/** The apostrophe before what a spreadsheet would run. */
export const wireFormulas = z.enum(formulaModes).optional().meta({
  description:
    "`guarded`, as it is unless given: cells that a spreadsheet would run as a formula begin with an apostrophe. `plain`: they are written as they are, for programs that read files themselves.",
});

const wholeNumber = z.number().int();

export const job = wireObject({
  id: wireId("job"),
  kind: z.enum(jobKinds),
  status: z.enum(jobStatuses),
  title: z.string(),
  dryRun: z
    .boolean()
    .meta({ description: "It only counts what an import would do; nothing was or will be changed." }),
  total: wholeNumber.nullable().meta({ description: "Rows; an estimate until the job has ended." }),
  done: wholeNumber,
  failed: wholeNumber.meta({ description: "Rows that were refused." }),
  ratePerSecond: wholeNumber.nullable(),
  secondsLeft: wholeNumber.nullable(),
  result: z.record(z.string(), z.unknown()).nullable().meta({
    description:
      "Counts so far, by kind of job. Of an import also, up to a hundred each: `repeats`, rows about somebody whom an earlier row is about; `moves`, addresses that another person loses, with the line, the address, and who: the contact, or the earlier row `of` the file; `refusals`, how many rows were refused for what. `ignored_columns` are the columns that are not used, with the `position` (from one) and the `reason`: `duplicate_heading`, `same_field` (another column fills it), `unknown_heading`, `read_only` or `not_mapped`. `consent_columns` says what each column of consents is taken for. `flaw` is where the file stops being CSV, `undo` the job that undoes the import.",
  }),
  errorDetail: z.string().nullable().meta({ description: "Why the job failed." }),
  resultUrl: z.string().nullable().meta({ description: "Where its file is, for as long as it is kept." }),
  errorFileUrl: z.string().nullable().meta({ description: "CSV of the refused rows with the reasons." }),
  createdBy: z.string(),
  createdAt: wireInstant,
  startedAt: wireInstant.nullable(),
  endedAt: wireInstant.nullable(),
  expiresAt: wireInstant.nullable().meta({ description: "When its files are removed." }),
}).meta({ id: "Job" });

export const jobParams = wireObject({ jobId: wireId("job") });

const tag = "Jobs";
const alsoTakes =
  "Needs what starting the job needs as well: contacts.write, or contacts.export for an export.";

export const listJobsContract = defineContract({
  method: "GET",
  path: "/api/v1/jobs",
  tag,
  summary: "List jobs",
  description: "Long pieces of work, newest first.",
  access: { permission: "jobs.read" },
  query: wireObject({
    limit: listQueryShape.limit,
    after: listQueryShape.after,
    q: listQueryShape.q,
    kind: wireWords(jobKinds).optional(),
    status: wireWords(jobStatuses).optional(),
  }),
  status: 200,
  response: wireList(job),
});

export const getJobContract = defineContract({
  method: "GET",
  path: "/api/v1/jobs/{job_id}",
  tag,
  summary: "Get a job",
  access: { permission: "jobs.read" },
  params: jobParams,
  status: 200,
  response: job,
});

export const pauseJobContract = defineContract({
  method: "POST",
  path: "/api/v1/jobs/{job_id}/pause",
  tag,
  summary: "Pause a job",
  description: `It stops between two batches and goes on from there when it is resumed. ${alsoTakes}`,
  access: { permission: "jobs.write" },
  params: jobParams,
  status: 200,
  response: job,
});

export const resumeJobContract = defineContract({
  method: "POST",
  path: "/api/v1/jobs/{job_id}/resume",
  tag,
  summary: "Resume a paused job",
  description: alsoTakes,
  access: { permission: "jobs.write" },
  params: jobParams,
  status: 200,
  response: job,
});

export const cancelJobContract = defineContract({
  method: "POST",
  path: "/api/v1/jobs/{job_id}/cancel",
  tag,
  summary: "Cancel a job",
  description: `What is done stays done. ${alsoTakes}`,
  access: { permission: "jobs.write" },
  params: jobParams,
  status: 200,
  response: job,
});

export const listRefusalsContract = defineContract({
  method: "GET",
  path: "/api/v1/jobs/{job_id}/refusals",
  tag,
  summary: "List the rows a job refused",
  description: `In the order of their lines, kept as long as the job's files: \`after\` is the last line seen. ${alsoTakes}`,
  access: { permission: "jobs.read" },
  params: jobParams,
  query: wireObject({
    after: z.coerce.number().int().min(0).optional(),
    limit: z.coerce.number().int().min(1).max(100).optional(),
  }),
  status: 200,
  response: wireObject({
    data: z.array(
      wireObject({
        line: wholeNumber.meta({ description: "On which the row begins." }),
        problems: z.array(
          z.strictObject({
            reason: z.string(),
            column: z.string().meta({ description: "Its heading; empty when the whole row is at fault." }),
            value: z.string(),
          }),
        ),
        fields: z.array(z.string()).meta({ description: "The row as it was." }),
      }),
    ),
  }),
});

const fileParams = wireObject({ workspaceId: wireId("workspace"), jobId: wireId("job") });

/** The workspace is in the path, so that a plain link works in a browser. */
export const downloadJobFileContract = defineContract({
  method: "GET",
  path: "/api/v1/workspaces/{workspace_id}/jobs/{job_id}/file",
  tag,
  summary: "Download what a job made",
  description: "The `result_url` of a completed export, until it expires.",
  access: { permission: "jobs.read" },
  params: fileParams,
  status: 200,
  responseType: "text/csv",
});

export const downloadJobErrorsContract = defineContract({
  method: "GET",
  path: "/api/v1/workspaces/{workspace_id}/jobs/{job_id}/errors",
  tag,
  summary: "Download the rows a job refused",
  description:
    "The `error_file_url`: its line, the reasons, the columns at fault with their values, and all of it in words, then the row as it was; those first columns are left out when the file is imported again. Several of one row are separated by ` | `.",
  access: { permission: "jobs.read" },
  params: fileParams,
  query: wireObject({
    language: z
      .enum(interfaceLocales)
      .optional()
      .meta({ description: "Of the words; that of `Accept-Language` unless given." }),
    formulas: wireFormulas,
  }),
  status: 200,
  responseType: "text/csv",
});

/** A job as the API shows it: with the addresses of its files. */
export function withFileUrls<
  J extends {
    workspaceId: string;
    id: string;
    hasFile: boolean;
    hasErrors: boolean;
    result: Record<string, unknown> | null;
  },
>(job: J) {
  const address = `/api/v1/workspaces/${toWireId("workspace", job.workspaceId)}/jobs/${toWireId("job", job.id)}`;
  return {
    ...job,
    result: withWireIds(job.result),
    resultUrl: job.hasFile ? `${address}/file` : null,
    errorFileUrl: job.hasErrors ? `${address}/errors` : null,
  };
}

function withWireIds(result: Record<string, unknown> | null) {
  if (!result) return null;
  const { moves, undo, ignoredColumns, consentColumns, ...rest } = result as Record<string, unknown> & {
    moves?: DescribedMove[];
    undo?: string;
  };
  const shown = moves?.map(({ contact, ...move }) => ({
    ...move,
    contact: contact === null ? null : toWireId("contact", contact),
  }));
  return {
    ...rest,
    ...(shown ? { moves: shown } : {}),
    ...(ignoredColumns ? { ignored_columns: ignoredColumns } : {}),
    ...(consentColumns ? { consent_columns: consentColumns } : {}),
    ...(undo ? { undo: toWireId("job", undo) } : {}),
  };
}
