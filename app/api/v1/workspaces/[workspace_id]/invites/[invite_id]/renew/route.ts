import { renewInviteContract } from "@/lib/contracts/members/invites";
import { renewInvite } from "@/lib/domain/invites/renew-invite";
import { publicOrigin } from "@/lib/platform/http/public-origin";
import { route } from "@/lib/platform/http/route";

export const POST = route(renewInviteContract, ({ ctx, params, request }) =>
  renewInvite(ctx, { ...params, publicOrigin: publicOrigin(request.headers) }),
);
