import { downloadJobErrorsContract } from "@/lib/contracts/jobs";
import { openJobErrors } from "@/lib/domain/jobs/open-job-errors";
import { acceptedLocaleOf } from "@/lib/domain/users/interface-locale";
import { fileResponse } from "@/lib/platform/http/file-response";
import { route } from "@/lib/platform/http/route";

export const GET = route(downloadJobErrorsContract, async ({ ctx, params, query, request }) =>
  fileResponse(
    await openJobErrors(ctx, {
      ...params,
      ...query,
      language: query.language ?? acceptedLocaleOf(request.headers.get("accept-language")),
    }),
  ),
);
