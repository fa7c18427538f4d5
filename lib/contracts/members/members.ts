import { z } from "zod";
import { roles } from "@/lib/domain/members/role";
import { defineContract } from "@/lib/platform/http/contract";
import { wireId } from "../wire/ids";
import { wireInstant } from "../wire/instants";
import { listQueryShape, wireList, wireWords } from "../wire/lists";
import { wireObject } from "../wire/wire-object";
import { wireBoolean } from "../wire/words";
import { workspaceParams } from "../workspaces";

export const member = wireObject({
  userId: wireId("user"),
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  status: z.literal("active"),
  createdAt: wireInstant.meta({ description: "When the person joined." }),
  lastActiveAt: wireInstant.nullable(),
}).meta({ id: "Member" });

const memberParams = wireObject({ workspaceId: wireId("workspace"), userId: wireId("user") });

const tag = "Members";

const keptKeys = {
  description:
    "Absent: keys that the person made and that may do more than the person still may are revoked, since their maker knows them.",
};

export const listMembersContract = defineContract({
  method: "GET",
  path: "/api/v1/workspaces/{workspace_id}/members",
  tag,
  summary: "List members",
  access: { permission: "members.read" },
  params: workspaceParams,
  query: wireObject({ ...listQueryShape, role: wireWords(roles).optional() }),
  status: 200,
  response: wireList(member),
});

export const changeMemberRoleContract = defineContract({
  method: "PATCH",
  path: "/api/v1/workspaces/{workspace_id}/members/{user_id}",
  tag,
  summary: "Change a member's role",
  description:
    "Nobody gives, changes or takes away a role above their own, and an API key gives only roles whose every " +
    "permission it has itself. The last owner stays one.",
  access: { permission: "members.write" },
  params: memberParams,
  body: wireObject({ role: z.enum(roles), keepApiKeys: z.boolean().optional().meta(keptKeys) }),
  status: 200,
  response: member,
});

export const removeMemberContract = defineContract({
  method: "DELETE",
  path: "/api/v1/workspaces/{workspace_id}/members/{user_id}",
  tag,
  summary: "Remove a member, or leave",
  description: "Leaving needs no permission; removing somebody else needs `members.write`.",
  access: { permission: "members.read" },
  params: memberParams,
  query: wireObject({ keepApiKeys: wireBoolean.optional().meta(keptKeys) }),
  status: 204,
});
