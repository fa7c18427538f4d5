import type { z } from "zod";
import { importContactsContract, importOptions } from "@/lib/contracts/contacts/contact-imports";
import { createImport, repeatImport, reserveImportFile } from "@/lib/domain/contacts/imports/create-import";
import type { Job } from "@/lib/domain/jobs/get-job";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { env } from "@/lib/platform/env";
import { invalidField, unsupportedMediaType } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/http/input/parse-request";
import { receiveUpload } from "@/lib/platform/spool/receive-upload";
import { removeFromSpool } from "@/lib/platform/spool/spool";

type Options = z.output<typeof importOptions>;

/** The file streams to disk before anything is decided about it; a refused one is removed. */
export async function receiveImport(ctx: WorkspaceContext, request: Request, query: Options): Promise<Job> {
  if (query.fromJob) return repeatImport(ctx, query.fromJob, choicesOf(query));
  assertFile(request);
  const { jobId, name, path } = await reserveImportFile(ctx);
  const upload = await receiveUpload(request, path, env().PUSHPILOT_UPLOAD_BYTES_MAX);
  const { inspection } = upload;
  if (!inspection) {
    await removeFromSpool(path);
    throw invalidField("file", "Send the file as a part of the form.", "required");
  }
  const options = await parseFields(upload.fields, request, path);
  const fileName = (options.fileName ?? query.fileName ?? upload.fileName ?? "contacts.csv").slice(0, 200);
  return createImport(
    ctx,
    { jobId, name, fileName, inspection },
    { ...choicesOf(query), ...choicesOf(options) },
  );
}

const formType = "multipart/form-data";

/** As which browsers and programs send CSV, beside saying nothing. */
const fileTypes = /^(text\/.+|application\/(csv|octet-stream|vnd\.ms-excel)|)$/;

function assertFile({ headers }: Request): void {
  const [type = ""] = (headers.get("content-type") ?? "").toLowerCase().split(";");
  if (type.trim() === formType || fileTypes.test(type.trim())) return;
  throw unsupportedMediaType(type.trim(), importContactsContract.rawBody ?? []);
}

async function parseFields(fields: Record<string, string>, request: Request, path: string): Promise<Options> {
  try {
    return parseInput(importOptions, fields, request);
  } catch (error) {
    await removeFromSpool(path);
    throw error;
  }
}

function choicesOf({ fileName: _, fromJob: __, ...choices }: Options) {
  return Object.fromEntries(
    Object.entries(choices).filter(([, value]) => value !== undefined),
  ) as typeof choices;
}
