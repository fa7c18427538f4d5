import { downloadJobFileContract } from "@/lib/contracts/jobs";
import { openJobFile } from "@/lib/domain/jobs/open-job-file";
import { fileResponse } from "@/lib/platform/http/file-response";
import { route } from "@/lib/platform/http/route";

export const GET = route(downloadJobFileContract, async ({ ctx, params }) =>
  fileResponse(await openJobFile(ctx, params)),
);
