import { undoImportContract } from "@/lib/contracts/contacts/contact-imports";
import { withFileUrls } from "@/lib/contracts/jobs";
import { toWireId } from "@/lib/contracts/wire/ids";
import { undoImport } from "@/lib/domain/contacts/imports/undo-import";
import { route } from "@/lib/platform/http/route";

export const POST = route(undoImportContract, async ({ ctx, params, headers }) => {
  const job = await undoImport(ctx, params);
  headers.set("location", `/api/v1/jobs/${toWireId("job", job.id)}`);
  return withFileUrls(job);
});
