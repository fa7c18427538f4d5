import {
  deleteContactContract,
  getContactContract,
  updateContactContract,
} from "@/lib/contracts/contacts/contacts";
import { addressComplaints } from "@/lib/domain/contacts/address-complaints";
import { deleteContact } from "@/lib/domain/contacts/delete-contact";
import { getContact } from "@/lib/domain/contacts/get-contact";
import { updateContact } from "@/lib/domain/contacts/update-contact";
import { route } from "@/lib/platform/http/route";

export const GET = route(getContactContract, ({ ctx, params }) => getContact(ctx, params));
export const PATCH = route(
  updateContactContract,
  ({ ctx, params, body }) => updateContact(ctx, { ...params, ...body }),
  addressComplaints,
);
export const DELETE = route(deleteContactContract, ({ ctx, params }) => deleteContact(ctx, params));
