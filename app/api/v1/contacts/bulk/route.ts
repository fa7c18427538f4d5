import { bulkUpsertContactsContract } from "@/lib/contracts/contacts/contacts";
import { bulkUpsertContacts } from "@/lib/domain/contacts/bulk-upsert-contacts";
import { route } from "@/lib/platform/http/route";

export const POST = route(bulkUpsertContactsContract, ({ ctx, body }) => bulkUpsertContacts(ctx, body));
