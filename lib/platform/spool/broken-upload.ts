import { invalidRequest } from "@/lib/platform/errors";

/** The sender left, or the line did: nothing went wrong on our side. */
export function brokenUpload(cause: unknown) {
  const reason = "upload_incomplete";
  const detail = "The upload broke off before its end. Nothing was kept; send it again.";
  return invalidRequest(detail, [{ pointer: "", code: reason, detail }], {
    reason,
    cause: cause instanceof Error ? cause.message : undefined,
  });
}
