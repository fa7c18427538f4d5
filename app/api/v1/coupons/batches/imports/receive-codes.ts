import type { z } from "zod";
import { codeImportOptions } from "@/lib/contracts/coupons/batch-codes";
import { createCodeImport, reserveCodeFile } from "@/lib/domain/coupons/batches/imports/create-code-import";
import type { Job } from "@/lib/domain/jobs/get-job";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { env } from "@/lib/platform/env";
import { invalidField } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/http/input/parse-request";
import { receiveUpload } from "@/lib/platform/spool/receive-upload";
import { removeFromSpool } from "@/lib/platform/spool/spool";

type Options = z.output<typeof codeImportOptions>;

/** The file streams to disk before anything is decided about it; a refused one is removed. */
export async function receiveCodes(ctx: WorkspaceContext, request: Request, query: Options): Promise<Job> {
  const file = await reserveCodeFile(ctx);
  const { inspection, fields, fileName } = await receiveUpload(
    request,
    file.path,
    env().PUSHPILOT_UPLOAD_BYTES_MAX,
  );
  try {
    if (!inspection) throw invalidField("file", "Send the file as a part of the form.", "required");
    const options: Options = { ...query, ...parseInput(codeImportOptions, fields, request) };
    const name = (options.fileName ?? fileName ?? "codes.csv").slice(0, 200);
    return await createCodeImport(ctx, { ...file, fileName: name, inspection }, options);
  } catch (error) {
    await removeFromSpool(file.path);
    throw error;
  }
}
