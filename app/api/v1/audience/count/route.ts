import { countAudienceContract } from "@/lib/contracts/audience";
import { countAudience } from "@/lib/domain/audience/count-audience";
import { route } from "@/lib/platform/http/route";

export const POST = route(countAudienceContract, ({ ctx, body }) => countAudience(ctx, body));
