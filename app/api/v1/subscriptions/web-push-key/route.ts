import { getWebPushKeyContract } from "@/lib/contracts/events/subscriptions";
import { getWebPushKey } from "@/lib/domain/providers/credentials/get-web-push-key";
import { route } from "@/lib/platform/http/route";

export const GET = route(getWebPushKeyContract, ({ ctx }) => getWebPushKey(ctx));
