import { listContactsContract, upsertContactContract } from "@/lib/contracts/contacts/contacts";
import { addressComplaints } from "@/lib/domain/contacts/address-complaints";
import { listContacts } from "@/lib/domain/contacts/list-contacts";
import { upsertContact } from "@/lib/domain/contacts/upsert-contact";
import { route } from "@/lib/platform/http/route";

export const GET = route(listContactsContract, ({ ctx, query }) => listContacts(ctx, query));
export const POST = route(
  upsertContactContract,
  ({ ctx, body }) => upsertContact(ctx, body),
  addressComplaints,
);
