import { importContactsContract } from "@/lib/contracts/contacts/contact-imports";
import { withFileUrls } from "@/lib/contracts/jobs";
import { toWireId } from "@/lib/contracts/wire/ids";
import { route } from "@/lib/platform/http/route";
import { receiveImport } from "./receive-import";

export const POST = route(importContactsContract, async ({ ctx, request, query, headers }) => {
  const job = await receiveImport(ctx, request, query);
  headers.set("location", `/api/v1/jobs/${toWireId("job", job.id)}`);
  return withFileUrls(job);
});
