import { downloadJobErrorsContract } from "@/lib/contracts/jobs";
import { openJobErrors } from "@/lib/domain/jobs/open-job-errors";
import { fileResponse } from "@/lib/platform/http/file-response";
import { route } from "@/lib/platform/http/route";

export const GET = route(downloadJobErrorsContract, async ({ ctx, params }) =>
  fileResponse(await openJobErrors(ctx, params)),
);
