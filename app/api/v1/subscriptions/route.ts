import { subscribeContract } from "@/lib/contracts/events/subscriptions";
import { subscribe } from "@/lib/domain/events/people/subscribe";
import { route } from "@/lib/platform/http/route";

export const POST = route(subscribeContract, ({ ctx, body }) => subscribe(ctx, body));
