import { deleteContactsContract } from "@/lib/contracts/contacts/contact-selections";
import { withFileUrls } from "@/lib/contracts/jobs";
import { startContactDeletion } from "@/lib/domain/contacts/start-contact-change";
import { route } from "@/lib/platform/http/route";

export const POST = route(deleteContactsContract, async ({ ctx, body }) =>
  withFileUrls(await startContactDeletion(ctx, body)),
);
