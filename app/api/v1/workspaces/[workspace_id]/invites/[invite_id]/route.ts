import { revokeInviteContract } from "@/lib/contracts/members/invites";
import { revokeInvite } from "@/lib/domain/invites/revoke-invite";
import { route } from "@/lib/platform/http/route";

export const DELETE = route(revokeInviteContract, ({ ctx, params }) => revokeInvite(ctx, params));
