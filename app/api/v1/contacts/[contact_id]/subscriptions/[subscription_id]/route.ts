import { removeSubscriptionContract } from "@/lib/contracts/contacts/contact-details";
import { removeSubscription } from "@/lib/domain/contacts/remove-subscription";
import { route } from "@/lib/platform/http/route";

export const DELETE = route(removeSubscriptionContract, ({ ctx, params }) => removeSubscription(ctx, params));
