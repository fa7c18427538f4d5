import { exportContactsContract } from "@/lib/contracts/contacts/contact-selections";
import { withFileUrls } from "@/lib/contracts/jobs";
import { createExport } from "@/lib/domain/contacts/exports/create-export";
import { route } from "@/lib/platform/http/route";

export const POST = route(exportContactsContract, async ({ ctx, body }) =>
  withFileUrls(await createExport(ctx, body)),
);
