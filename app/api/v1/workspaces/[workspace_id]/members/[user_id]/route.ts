import { changeMemberRoleContract, removeMemberContract } from "@/lib/contracts/members/members";
import { changeMemberRole } from "@/lib/domain/members/change-member-role";
import { removeMember } from "@/lib/domain/members/remove-member";
import { route } from "@/lib/platform/http/route";

export const PATCH = route(changeMemberRoleContract, ({ ctx, params, body }) =>
  changeMemberRole(ctx, { ...params, ...body }),
);
export const DELETE = route(removeMemberContract, ({ ctx, params, query }) =>
  removeMember(ctx, { ...params, ...query }),
);
