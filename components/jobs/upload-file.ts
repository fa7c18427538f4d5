import { z } from "zod";
import { ApiError, type ApiInput, headersOf, type Problem, urlOf } from "@/lib/browser/api-client";
import type { Contract, ResultOf } from "@/lib/platform/http/contract";
import { tryParseJson } from "@/lib/platform/try-parse-json";

type Upload = {
  /** Absent when the query names a file that is already there. */
  file?: Blob;
  /** How much of it has gone out, from 0 to 1. */
  onProgress?: (share: number) => void;
};

/** Sends a file as it is to an endpoint that takes files; `fetch` cannot say how much of it has gone out. */
export function uploadFile<C extends Contract>(
  contract: C,
  { file, onProgress, ...input }: ApiInput<C> & Upload,
): Promise<ResultOf<C>> {
  const [contentType = "application/octet-stream"] = contract.rawBody ?? [];
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    request.open(contract.method, urlOf(contract, input));
    for (const [name, value] of headersOf(contract, input, "application/json"))
      request.setRequestHeader(name, value);
    request.setRequestHeader("content-type", contentType);
    request.upload.addEventListener("progress", ({ loaded, total }) =>
      onProgress?.(total > 0 ? loaded / total : 0),
    );
    // As `fetch` says it.
    request.addEventListener("error", () => fail(new TypeError("The connection broke off.")));
    request.addEventListener("load", () => {
      const body = tryParseJson(request.responseText);
      if (request.status !== contract.status) fail(new ApiError(problemOf(request, body)));
      else if (!contract.response) done(undefined as ResultOf<C>);
      else done(z.decode(contract.response, body) as ResultOf<C>);
    });
    request.send(file ?? "");
  });
}

const problemOf = ({ status, statusText }: XMLHttpRequest, body: unknown): Problem => ({
  ...{ status, code: "internal", detail: statusText, instance: "" },
  ...(typeof body === "object" ? body : {}),
});
