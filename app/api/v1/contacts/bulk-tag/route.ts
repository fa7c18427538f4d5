import { tagContactsContract } from "@/lib/contracts/contacts/contact-selections";
import { withFileUrls } from "@/lib/contracts/jobs";
import { startContactTagging } from "@/lib/domain/contacts/start-contact-change";
import { route } from "@/lib/platform/http/route";

export const POST = route(tagContactsContract, async ({ ctx, body }) =>
  withFileUrls(await startContactTagging(ctx, body)),
);
