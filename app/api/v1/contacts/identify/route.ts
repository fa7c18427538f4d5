import { identifyContactContract } from "@/lib/contracts/events/identity";
import { identifyContact } from "@/lib/domain/events/people/identify-contact";
import { route } from "@/lib/platform/http/route";

export const POST = route(identifyContactContract, ({ ctx, body }) => identifyContact(ctx, body));
