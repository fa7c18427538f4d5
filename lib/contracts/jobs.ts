import { z } from "zod";
import { jobKinds, jobStatuses } from "@/lib/domain/jobs/job";
import { defineContract } from "@/lib/platform/http/contract";
import { toWireId, wireId } from "./wire/ids";
import { wireInstant } from "./wire/instants";
import { listQueryShape, wireList, wireWords } from "./wire/lists";
import { wireObject } from "./wire/wire-object";

const wholeNumber = z.number().int();

export const job = wireObject({
  id: wireId("job"),
  kind: z.enum(jobKinds),
  status: z.enum(jobStatuses),
  title: z.string(),
  total: wholeNumber.nullable().meta({ description: "Rows; an estimate until the job has ended." }),
  done: wholeNumber,
  failed: wholeNumber.meta({ description: "Rows that were refused." }),
  ratePerSecond: wholeNumber.nullable(),
  secondsLeft: wholeNumber.nullable(),
  result: z
    .record(z.string(), z.unknown())
    .nullable()
    .meta({ description: "Counts so far, by kind of job." }),
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
  description: "The `error_file_url`: each row as it was, then its line, the reason and the column at fault.",
  access: { permission: "jobs.read" },
  params: fileParams,
  status: 200,
  responseType: "text/csv",
});

/** A job as the API shows it: with the addresses of its files. */
export function withFileUrls<
  J extends { workspaceId: string; id: string; hasFile: boolean; hasErrors: boolean },
>(job: J) {
  const address = `/api/v1/workspaces/${toWireId("workspace", job.workspaceId)}/jobs/${toWireId("job", job.id)}`;
  return {
    ...job,
    resultUrl: job.hasFile ? `${address}/file` : null,
    errorFileUrl: job.hasErrors ? `${address}/errors` : null,
  };
}
