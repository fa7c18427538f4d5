import { listContactFieldsContract } from "@/lib/contracts/contacts/contact-details";
import { listContactFields } from "@/lib/domain/contacts/list-contact-fields";
import { route } from "@/lib/platform/http/route";

export const GET = route(listContactFieldsContract, ({ ctx }) => listContactFields(ctx));
