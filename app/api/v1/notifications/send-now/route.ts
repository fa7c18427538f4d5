import { sendNowContract } from "@/lib/contracts/notifications";
import { sendNow } from "@/lib/domain/notifications/send-now";
import { route } from "@/lib/platform/http/route";

export const POST = route(sendNowContract, ({ ctx, body }) => sendNow(ctx, body));
