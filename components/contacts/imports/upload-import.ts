import { z } from "zod";
import type { Job } from "@/components/jobs/api";
import { ApiError } from "@/lib/browser/api-client";
import { importContactsContract } from "@/lib/contracts/contacts/contact-imports";
import type { QueryOf } from "@/lib/platform/http/contract";

export type ImportQuery = QueryOf<typeof importContactsContract>;

type Upload = {
  workspace: string;
  /** Absent when `fromJob` names a file that is already there. */
  file: File | undefined;
  query: ImportQuery;
  onProgress?: (share: number) => void;
};

/** Sends a file as it is; `fetch` cannot say how much of it has gone out. */
export function uploadImport({ workspace, file, query, onProgress }: Upload): Promise<Job> {
  const encoded = z.encode(importContactsContract.query ?? z.never(), query) as Record<string, string>;
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    request.open("POST", `${importContactsContract.path}?${new URLSearchParams(encoded)}`);
    request.setRequestHeader("x-workspace-id", workspace);
    request.setRequestHeader("content-type", "text/csv");
    request.setRequestHeader("accept-language", document.documentElement.lang);
    request.setRequestHeader("idempotency-key", crypto.randomUUID());
    request.upload.addEventListener("progress", ({ loaded, total }) =>
      onProgress?.(total > 0 ? loaded / total : 0),
    );
    request.addEventListener("error", () => fail(lostConnection()));
    request.addEventListener("load", () => {
      const body = parseBody(request.responseText);
      if (request.status === 202)
        done(
          z.decode<z.ZodType<Job>>((importContactsContract.response ?? z.never()) as z.ZodType<Job>, body),
        );
      else
        fail(
          new ApiError({
            status: request.status,
            code: "internal",
            instance: "",
            detail: request.statusText,
            ...body,
          }),
        );
    });
    request.send(file ?? "");
  });
}

const lostConnection = () =>
  new ApiError({
    status: 0,
    code: "provider_unavailable",
    detail: "",
    instance: "",
    reason: "connection_lost",
  });

function parseBody(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}
