import { z } from "zod";
import type { Job } from "@/components/jobs/api";
import { ApiError, callApi } from "@/lib/browser/api-client";
import { randomId } from "@/lib/browser/random-id";
import { checkCodeImportContract, commitCodeImportContract } from "@/lib/contracts/coupons/batch-codes";
import { tryParseJson } from "@/lib/platform/try-parse-json";

/** Sends a file as it is; `fetch` cannot say how much of it has gone out. */
export function uploadCodes(
  workspace: string,
  file: File,
  onProgress: (share: number) => void,
): Promise<Job> {
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    const query = new URLSearchParams({ file_name: file.name });
    request.open("POST", `${checkCodeImportContract.path}?${query}`);
    request.setRequestHeader("x-workspace-id", workspace);
    request.setRequestHeader("content-type", "text/csv");
    request.setRequestHeader("accept-language", document.documentElement.lang);
    request.upload.addEventListener("progress", ({ loaded, total }) =>
      onProgress(total > 0 ? loaded / total : 0),
    );
    const problem = { status: request.status, code: "internal", instance: "", detail: "" };
    request.addEventListener("error", () => fail(new ApiError({ ...problem, reason: "connection_lost" })));
    request.addEventListener("load", () => {
      const parsed = tryParseJson(request.responseText);
      const body = typeof parsed === "object" ? { ...parsed } : {};
      if (request.status !== 202) return fail(new ApiError({ ...problem, status: request.status, ...body }));
      const schema = (checkCodeImportContract.response ?? z.never()) as z.ZodType<Job>;
      done(z.decode(schema, body));
    });
    request.send(file);
  });
}

export const commitImport = (workspace: string, { jobId, offerId }: { jobId: string; offerId: string }) =>
  callApi(commitCodeImportContract, {
    workspace,
    params: { jobId },
    body: { offerId },
    idempotencyKey: randomId(),
  });
