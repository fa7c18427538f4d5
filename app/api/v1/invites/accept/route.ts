import { acceptInviteContract } from "@/lib/contracts/members/invites";
import { acceptInvite } from "@/lib/domain/invites/accept-invite";
import { visitorFrom } from "@/lib/platform/context/visitor-context";
import { route } from "@/lib/platform/http/route";

export const POST = route(acceptInviteContract, ({ user, body, origin }) =>
  acceptInvite(visitorFrom(origin), user, body.token),
);
