import { aliasContactContract } from "@/lib/contracts/events/identity";
import { aliasContact } from "@/lib/domain/events/people/alias-contact";
import { route } from "@/lib/platform/http/route";

export const POST = route(aliasContactContract, ({ ctx, body }) => aliasContact(ctx, body));
