import { openRealtimeContract } from "@/lib/contracts/realtime";
import { route } from "@/lib/platform/http/route";
import { issueRealtimeToken } from "@/lib/platform/realtime/realtime-token";

export const POST = route(openRealtimeContract, ({ ctx }) => issueRealtimeToken(ctx));
