import { createInvitesContract, listInvitesContract } from "@/lib/contracts/members/invites";
import { createInvites } from "@/lib/domain/invites/create-invites";
import { listInvites } from "@/lib/domain/invites/list-invites";
import { publicOrigin } from "@/lib/platform/http/public-origin";
import { route } from "@/lib/platform/http/route";

export const GET = route(listInvitesContract, ({ ctx }) => listInvites(ctx));
export const POST = route(createInvitesContract, ({ ctx, body, request }) =>
  createInvites(ctx, { ...body, publicOrigin: publicOrigin(request.headers) }),
);
