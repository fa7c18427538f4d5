import { z } from "zod";
import { codeFileFormats, codeStatuses } from "@/lib/domain/coupons/batches/batch";
import { encodings } from "@/lib/platform/csv/csv-dialect";
import { defineContract } from "@/lib/platform/http/contract";
import { wireDelimiter } from "../contacts/contact-imports";
import { job, jobParams, wireFormulas } from "../jobs";
import { wireId } from "../wire/ids";
import { wireInstant } from "../wire/instants";
import { listQueryShape, wireList, wireWords } from "../wire/lists";
import { wireObject } from "../wire/wire-object";
import { batchName, batchParams, batchWithJob } from "./batches";

const wholeNumber = z.number().int();
const tag = "Coupons";
const path = "/api/v1/coupons/batches";
const read = { permission: "coupons.read" } as const;
const write = { permission: "coupons.write" } as const;

/** They have one order. */
const { sort: _, ...unsorted } = listQueryShape;

export const listBatchCodesContract = defineContract({
  method: "GET",
  path: `${path}/{batch_id}/codes`,
  tag,
  summary: "List the codes of a batch",
  description: "In the order they were written. `q` is the beginning of a code, however it is typed.",
  access: read,
  params: batchParams,
  query: wireObject({ ...unsorted, status: wireWords(codeStatuses).optional() }),
  status: 200,
  response: wireList(
    wireObject({
      code: z.string(),
      seq: wholeNumber,
      status: z.enum(codeStatuses),
      uses: wholeNumber,
      createdAt: wireInstant,
    }),
  ),
});

const countText = z.codec(z.string().regex(/^\d{1,7}$/, "A whole number"), wholeNumber, {
  decode: Number,
  encode: String,
});

/** The workspace is in the path, so that a plain link works in a browser. */
export const downloadBatchCodesContract = defineContract({
  method: "GET",
  path: "/api/v1/workspaces/{workspace_id}/coupons/batches/{batch_id}/file",
  tag,
  summary: "Download the codes of a batch",
  description:
    "CSV, plain text, JSON, or a page of QR codes to print (5,000 codes from `skip` on). Streams; each download is in the audit log.",
  access: { permission: "coupons.export" },
  params: wireObject({ workspaceId: wireId("workspace"), batchId: wireId("batch") }),
  query: wireObject({
    format: z.enum(codeFileFormats).optional(),
    delimiter: wireDelimiter.optional(),
    formulas: wireFormulas,
    skip: countText.optional(),
  }),
  status: 200,
  responseType: "text/csv",
});

export const codeImportOptions = wireObject({
  delimiter: wireDelimiter.optional().meta({ description: "Found by looking, unless given." }),
  encoding: z.enum(encodings).optional().meta({ description: "Found by looking, unless given." }),
  fileName: z.string().max(200).optional(),
});

export const checkCodeImportContract = defineContract({
  method: "POST",
  path: `${path}/imports`,
  tag,
  summary: "Check a file of codes",
  description:
    "CSV, or text with a code a line; the column headed `code` or `kod`, else the first. Answers with a job that lists what cannot be imported (`invalid_code`, `code_repeated`, `code_exists`) and changes nothing.",
  access: write,
  query: codeImportOptions,
  rawBody: ["text/csv", "text/plain", "multipart/form-data"],
  status: 202,
  response: job,
});

export const commitCodeImportContract = defineContract({
  method: "POST",
  path: `${path}/imports/{job_id}/commit`,
  tag,
  summary: "Import what a check found",
  description: "Once: 409 `import_done` after that.",
  access: write,
  params: jobParams,
  body: wireObject({ offerId: wireId("offer"), name: batchName.optional() }),
  status: 202,
  response: batchWithJob,
  idempotent: true,
});
