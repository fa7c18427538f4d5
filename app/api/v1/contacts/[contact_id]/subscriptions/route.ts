import { addSubscriptionContract } from "@/lib/contracts/contacts/contact-details";
import { addSubscription } from "@/lib/domain/contacts/add-subscription";
import { route } from "@/lib/platform/http/route";

export const POST = route(addSubscriptionContract, ({ ctx, params, body }) =>
  addSubscription(ctx, { ...params, ...body }),
);
